import type { Annotator } from "../../../shared/features/agreement/contract.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { t } from "../../client/text.ts";

/** What a person is called here. */
export const nameOf = (person: Annotator): string => {
  if (!person.isMe) return person.name;
  return person.name === "me" ? t("agreement.me") : t("agreement.meNamed", { name: person.name });
};

/** A person's name by their id; an id that nobody has stays as it is. */
export const nameFinder = (people: readonly Annotator[]) => {
  const known = new Map(people.map((person) => [person.annotatorId, nameOf(person)]));
  return (annotatorId: string): string => known.get(annotatorId) ?? annotatorId;
};

/** Response A, B, C, … */
export const letterOf = (place: number): string => String.fromCodePoint(65 + place);

/** What a label, or an outcome of a ranking, is called. */
export function kindName(taskType: TaskType, labels: readonly Label[]) {
  return (kind: string): string => {
    if (taskType !== "rank")
      return labels.find(({ labelId }) => labelId === kind)?.name ?? t("agreement.removedLabel");
    return kind === "tie" || kind === "bothBad"
      ? t(`agreement.rank.${kind}`)
      : t("agreement.rank.response", { letter: letterOf(Number(kind)) });
  };
}
