import type { ColumnMapping } from "#shared/features/imports/contract.ts";
import type { SampleProject } from "#shared/features/projects/contract.ts";
import type { Split } from "#shared/features/versions/split.ts";

/** A sample project as it is offered, and what it is made of below `resources/samples/<sampleId>`. */
export interface Sample extends SampleProject {
  name: string;
  description: string;
  systemPrompt: string;
  guideline: string;
  files: readonly {
    fileName: string;
    mapping: ColumnMapping[];
    split?: Split;
    /** Every n-th row stays unanswered, so that there is something to do. */
    unansweredEvery?: number;
  }[];
}

const BANK_GUIDELINE = `# Which question is the customer asking?

Choose the one label that names what the customer wants to know or have done.

1. **Judge the request, not the mood.** “I'm furious, where is my card?” is about the arrival of a card.
2. **One label only.** When a message asks two things, choose the one that has to be solved first.
3. **Money that has gone:** a *declined* payment never happened; a *pending* one has not been booked yet; a *reverted* one came back.
4. **Cards:** *lost or stolen* goes before every other question about the card. *Card not working* is a card that fails everywhere.
5. **Transfers and top-ups are different.** A transfer sends money to somebody; a top-up puts money on the customer's own account.
6. **Do not guess.** If the message fits no label or cannot be understood, skip it and flag it.
`;

const MEDICAL_GUIDELINE = `# How to answer

1. Answer the question that was asked, in the first sentence if it can be done.
2. Use general reference material only. Never diagnose, never name a dose for a person, never tell anyone to stop a treatment.
3. Explain a medical word when it first appears.
4. Say where knowledge ends: “the cause is not known” is a good answer when it is true.
5. When a symptom can be an emergency, say so and say to call for help at once.
6. Keep lists short; leave out addresses, phone numbers and links that may be out of date.
`;

/** The projects made from the data in `resources/samples`. */
export const SAMPLES: readonly Sample[] = [
  {
    sampleId: "bank-questions",
    taskType: "classify",
    examples: 13_083,
    licence: "CC BY 4.0",
    attribution:
      "BANKING77, I. Casanueva, T. Temčinas, D. Gerz, M. Henderson, I. Vulić (PolyAI, 2020), PolyAI-LDN/task-specific-datasets",
    name: "Bank customer questions",
    description: "Questions that customers asked a bank, each with one of 77 intents.",
    systemPrompt:
      "You sort the questions of a bank's customers. Read the message and answer with the one label that names what the customer wants.",
    guideline: BANK_GUIDELINE,
    files: [
      {
        fileName: "banking77_train.csv",
        mapping: [
          { column: "text", role: "input" },
          { column: "category", role: "label" },
        ],
        split: "train",
        unansweredEvery: 20,
      },
      {
        fileName: "banking77_test.csv",
        mapping: [
          { column: "text", role: "input" },
          { column: "category", role: "label" },
        ],
        split: "test",
      },
    ],
  },
  {
    sampleId: "medical-questions",
    taskType: "write",
    examples: 2000,
    licence: "CC BY 4.0",
    attribution:
      "MedQuAD, A. Ben Abacha and D. Demner-Fushman, BMC Bioinformatics 2019, abachaa/MedQuAD (a sample of 2,000)",
    name: "Medical questions",
    description:
      "Medical questions with answers from old US government pages. For trying Tacit out; not medical advice.",
    systemPrompt:
      "You answer medical questions from general reference material, in plain words. You do not give medical advice: you neither diagnose nor recommend a treatment to a person, and you say when somebody should see a doctor.",
    guideline: MEDICAL_GUIDELINE,
    files: [
      {
        fileName: "medquad_2000.jsonl",
        mapping: [
          { column: "question", role: "input" },
          { column: "answer", role: "response" },
          { column: "focus", role: "group" },
          { column: "id", role: "id" },
        ],
        unansweredEvery: 20,
      },
    ],
  },
];

/** What a newcomer is shown. */
export const SAMPLE_PROJECTS: readonly SampleProject[] = SAMPLES.map(
  ({ sampleId, taskType, examples, licence, attribution }) => ({
    sampleId,
    taskType,
    examples,
    licence,
    attribution,
  }),
);
