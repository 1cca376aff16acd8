import { create } from "zustand";
import { z } from "zod";
import { JourneyStepName } from "../../shared/features/projects/contract.ts";
import { ExampleFilter } from "../../shared/features/examples/contract.ts";
import { QueueName } from "../../shared/features/annotations/contract.ts";
import { QueueOrder } from "../../shared/features/annotations/queue-order.ts";

/** Where the user is, and what a screen was opened for. Kept in the address, so that a reload stays put. */
const Place = z.object({
  step: z.union([JourneyStepName, z.literal("examples")]),
  /** For the labelling desk and the table of examples: which queue, narrowed to what. */
  queue: QueueName.optional(),
  filter: ExampleFilter.optional(),
  /** For the labelling desk: another order than the one kept for the project. */
  order: QueueOrder.optional(),
  /** For Label: the desk when left out, or one of the pages beside it. */
  view: z.enum(["together", "agreement", "adjudicate"]).optional(),
  /** For Compare: which comparison; for Train: which run; for Label: which example comes first. */
  subjectId: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

const START: Place = { step: "bring" };

function read(): Place {
  try {
    return Place.parse(JSON.parse(decodeURIComponent(location.hash.slice(1))));
  } catch {
    return START;
  }
}

export const useNavigation = create<{ place: Place }>(() => ({ place: read() }));

/** Changes the present place instead of leaving it: going back leads to where one was before. */
export function stayAt(place: Place): void {
  history.replaceState(null, "", `#${encodeURIComponent(JSON.stringify(place))}`);
  useNavigation.setState({ place });
}

export function goTo(place: Place): void {
  history.pushState(null, "", `#${encodeURIComponent(JSON.stringify(place))}`);
  useNavigation.setState({ place });
}

window.addEventListener("popstate", () => useNavigation.setState({ place: read() }));
