import type { Db } from "./db/open.ts";
import { createAnnotationService } from "./features/annotations/service.ts";
import type { ExampleService } from "./features/examples/service.ts";
import type { ExpertService } from "./features/experts/service.ts";
import type { RevisitService } from "./features/revisits/service.ts";
import { createSuggestionService, type SuggestionParts } from "./features/suggestions/service.ts";

export interface LabellingParts extends Omit<SuggestionParts, "countAnswers" | "me"> {
  examples: ExampleService;
  experts: ExpertService;
  revisits: RevisitService;
}

/** Answers and what is proposed for them: each needs to know a little of the other. */
export function createLabelling(db: Db, { examples, experts, revisits, ...parts }: LabellingParts) {
  const annotations = createAnnotationService(db, {
    examples,
    experts,
    revisits,
    noteUse: (exampleId, seen) => suggestions.noteUse(exampleId, seen),
    listOrdered: (wish) => suggestions.listOrdered(wish),
  });
  const suggestions = createSuggestionService(db, {
    ...parts,
    countAnswers: () => annotations.counts().labelled,
    me: () => experts.findPersonKey() ?? null,
  });
  return { annotations, suggestions };
}
