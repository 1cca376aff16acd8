import type { SampleProject } from "#shared/features/projects/contract.ts";

/** The projects offered to a newcomer, made from the data in `resources/samples`. */
export const SAMPLE_PROJECTS: readonly SampleProject[] = [
  {
    sampleId: "bank-questions",
    taskType: "classify",
    examples: 13_083,
    licence: "CC BY 4.0",
    attribution:
      "BANKING77, I. Casanueva, T. Temčinas, D. Gerz, M. Henderson, I. Vulić (PolyAI, 2020), PolyAI-LDN/task-specific-datasets",
  },
  {
    sampleId: "medical-questions",
    taskType: "write",
    examples: 2000,
    licence: "CC BY 4.0",
    attribution:
      "MedQuAD, A. Ben Abacha and D. Demner-Fushman, BMC Bioinformatics 2019, abachaa/MedQuAD (a sample of 2,000)",
  },
];
