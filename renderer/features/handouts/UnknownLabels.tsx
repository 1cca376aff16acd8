import { useQuery } from "@tanstack/react-query";
import type { LabelChoice, UnknownLabel } from "../../../shared/features/handouts/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Select } from "../../ui/index.ts";

/** A label that is written like one here is probably that one; anything else is left out until somebody decides. */
export const firstChoices = (labels: readonly UnknownLabel[]): LabelChoice[] =>
  labels.map(({ labelId, sameNameId }) => ({
    labelId,
    become: sameNameId === null ? { kind: "leave" } : { kind: "use", labelId: sameNameId },
  }));

const asText = ({ become }: LabelChoice): string =>
  become.kind === "use" ? `use ${become.labelId}` : become.kind;

const asChoice = (labelId: string, text: string): LabelChoice => ({
  labelId,
  become: text.startsWith("use ")
    ? { kind: "use", labelId: text.slice(4) }
    : { kind: text === "add" ? "add" : "leave" },
});

/** What becomes of labels that the colleague made: nothing without the owner saying so. */
export function UnknownLabels(props: {
  labels: UnknownLabel[];
  choices: LabelChoice[];
  onChoose: (choices: LabelChoice[]) => void;
}) {
  const own = useQuery(orpc.definitions.get.queryOptions()).data?.labels ?? [];
  const choose = (labelId: string, text: string) =>
    props.onChoose(
      props.choices.map((choice) =>
        choice.labelId === labelId ? asChoice(labelId, text) : choice,
      ),
    );
  return (
    <section aria-label={t("handouts.labels.title")} className="flex flex-col gap-2">
      <div>
        <h3 className="font-semibold">{t("handouts.labels.title")}</h3>
        <p className="text-sm text-muted">{t("handouts.labels.text")}</p>
      </div>
      {props.labels.map(({ labelId, name, answers, sameNameId }) => {
        const choice = props.choices.find((each) => each.labelId === labelId);
        return (
          <Select
            key={labelId}
            label={t("handouts.labels.become", { label: name })}
            hint={t("handouts.labels.answers", { answers })}
            value={choice ? asText(choice) : "leave"}
            onChange={(event) => choose(labelId, event.target.value)}
          >
            <option value="leave">{t("handouts.labels.leave")}</option>
            {sameNameId === null ? <option value="add">{t("handouts.labels.add")}</option> : null}
            {own.map((label) => (
              <option key={label.labelId} value={`use ${label.labelId}`}>
                {t("handouts.labels.use", { label: label.name })}
              </option>
            ))}
          </Select>
        );
      })}
    </section>
  );
}
