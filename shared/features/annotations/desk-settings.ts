import { z } from "zod";
import { Id } from "../../contract/primitives.ts";

const Share = z.number().min(0).max(1);

/** Who proposes answers: the model that learns on this computer, a connected one, or nobody. */
export const SuggestionSource = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("off") }),
  z.object({ kind: z.literal("instant") }),
  z.object({
    kind: z.literal("connection"),
    connectionId: Id,
    model: z.string().min(1).max(200),
  }),
]);
export type SuggestionSource = z.infer<typeof SuggestionSource>;

/** How the desk works in one project; every part has a default, so that older files carry none. */
export const DeskSettings = z.object({
  suggestionsFrom: SuggestionSource.default({ kind: "instant" }),
  /** Share of examples whose suggestion stays hidden until they are answered. */
  blindShare: Share.default(0.15),
  /** Share of one's own answers that are asked once more after a while. */
  recheckShare: Share.default(0.05),
});
export type DeskSettings = z.infer<typeof DeskSettings>;
