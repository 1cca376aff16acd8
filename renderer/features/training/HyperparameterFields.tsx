import type { Capabilities } from "../../../shared/features/providers/contract.ts";
import type { Hyperparameters } from "../../../shared/features/training/contract.ts";
import { t } from "../../client/text.ts";
import { TextField } from "../../ui/index.ts";

/** Left empty, the service chooses; most people should leave them empty. */
export function HyperparameterFields(props: {
  available: Capabilities["hyperparameters"];
  values: Hyperparameters;
  /** Some services take the rate itself where others take a factor. */
  learningRateIsAbsolute: boolean;
  onChange: (values: Hyperparameters) => void;
}) {
  if (props.available.length === 0) return null;
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="text-sm font-medium">{t("training.hyper.summary")}</summary>
      <p className="mt-1 mb-3 max-w-prose text-sm text-muted">{t("training.hyper.text")}</p>
      <div className="flex flex-wrap gap-4 pb-2">
        {props.available.map((name) => (
          <TextField
            key={name}
            type="number"
            min={0}
            step={name === "learningRateMultiplier" ? "any" : 1}
            label={t(
              name === "learningRateMultiplier" && props.learningRateIsAbsolute
                ? "training.hyper.learningRate"
                : `training.hyper.${name}`,
            )}
            placeholder={t("training.hyper.auto")}
            fieldClassName="w-44"
            value={props.values[name] ?? ""}
            onChange={(event) => {
              const { [name]: _before, ...others } = props.values;
              const text = event.target.value;
              props.onChange(text === "" ? others : { ...others, [name]: Number(text) });
            }}
          />
        ))}
      </div>
    </details>
  );
}
