import type { ExampleFilter } from "../../../shared/features/examples/contract.ts";
import type { HandoutPlan, ProjectPerson } from "../../../shared/features/handouts/contract.ts";
import { MOST_EXAMPLES } from "../../../shared/features/handouts/contract.ts";
import { isTooShort } from "./PassphraseField.tsx";

/** What is typed and chosen in the dialog, as it stands there. */
export interface HandOutForm {
  /** An annotator's id, or "new". */
  to: string;
  name: string;
  which: HandoutPlan["which"];
  /** A saved filter; empty for all examples. */
  filterId: string;
  filter: ExampleFilter;
  count: string;
  overlapPercent: string;
  withAnswers: boolean;
  passphrase: string;
}

export const NEW_PERSON = "new";

export const emptyForm = (people: readonly ProjectPerson[]): HandOutForm => ({
  to: people.find(({ isCurrent }) => !isCurrent)?.annotatorId ?? NEW_PERSON,
  name: "",
  which: "unlabelled",
  filterId: "",
  filter: {},
  count: "100",
  overlapPercent: "20",
  withAnswers: false,
  passphrase: "",
});

/** What the backend is asked to plan; null while a number makes no sense. */
export function planOf({ which, filter, count, overlapPercent }: HandOutForm): HandoutPlan | null {
  const [wanted, percent] = [Number(count), Number(overlapPercent)];
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_EXAMPLES) return null;
  if (overlapPercent.trim() === "" || !(percent >= 0 && percent <= 100)) return null;
  return { which, filter, count: wanted, overlapShare: percent / 100 };
}

export const isReady = (form: HandOutForm): boolean =>
  planOf(form) !== null &&
  (form.to !== NEW_PERSON || form.name.trim() !== "") &&
  !isTooShort(form.passphrase);
