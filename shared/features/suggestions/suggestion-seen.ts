import { z } from "zod";
import { AnswerValue } from "../annotations/answer-value.ts";

/** What a person could see of the suggestion for an example when they answered it. */
export const SuggestionSeen = z.discriminatedUnion("shown", [
  z.object({ shown: z.literal(true), value: AnswerValue, source: z.string().max(200) }),
  /** There was one, and it was kept out of sight on purpose. */
  z.object({ shown: z.literal(false) }),
]);
export type SuggestionSeen = z.infer<typeof SuggestionSeen>;
