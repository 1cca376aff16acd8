import type { Confusion } from "../../../shared/features/comparisons/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Panel } from "../../ui/index.ts";

/** Which labels the tuned model mistakes for which; a click shows the examples below. */
export function ConfusionList(props: {
  confusions: Confusion[];
  onChoose: (confusion: { expected: string; got: string }) => void;
}) {
  return (
    <Panel title={t("comparisons.confusions.title")}>
      {props.confusions.length === 0 ? (
        <p className="text-muted">{t("comparisons.confusions.none")}</p>
      ) : (
        <ol className="-m-4 max-h-96 divide-y divide-line overflow-auto">
          {props.confusions.map(({ expected, got, count }) => (
            <li key={`${expected} ${got}`}>
              <button
                type="button"
                onClick={() => props.onChoose({ expected, got })}
                className="flex w-full items-center gap-3 px-4 py-1.5 text-left text-sm hover:bg-hover"
              >
                <span className="w-8 shrink-0 text-right font-semibold tabular-nums">
                  {formatNumber(count)}
                </span>
                <span className="min-w-0">
                  <span className="block truncate">{expected}</span>
                  <span className="block truncate text-xs text-muted">
                    {t("comparisons.confusions.takenFor", { got })}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
