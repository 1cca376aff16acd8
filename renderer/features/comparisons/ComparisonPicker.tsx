import type { TrainingRun } from "../../../shared/features/training/contract.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Select } from "../../ui/index.ts";
import { modelName } from "./model-name.ts";

/** Which training is compared, when there is more than one. */
export function ComparisonPicker(props: { runs: TrainingRun[]; chosen: TrainingRun }) {
  if (props.runs.length < 2) return null;
  return (
    <Select
      label={t("comparisons.picker")}
      fieldClassName="w-80"
      value={props.chosen.jobId}
      onChange={(event) => goTo({ step: "compare", subjectId: event.target.value })}
    >
      {props.runs.map((run) => (
        <option key={run.jobId} value={run.jobId}>
          {t("comparisons.pickerOption", {
            model: modelName(run),
            version: run.versionNumber,
            when: formatDateTime(run.createdAtMs),
          })}
        </option>
      ))}
    </Select>
  );
}
