import type { LabelConfusion } from "../../../shared/features/agreement/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Panel, ScrollRegion } from "../../ui/index.ts";

/** What people choose instead of each other, most frequent first. */
export function MixUps(props: { confusions: LabelConfusion[]; nameOf: (kind: string) => string }) {
  const { confusions, nameOf } = props;
  const most = Math.max(1, ...confusions.map(({ items }) => items));
  return (
    <Panel title={t("agreement.mixUps.title")} className="min-w-0">
      {confusions.length === 0 ? (
        <p className="text-muted">{t("agreement.mixUps.none")}</p>
      ) : (
        <ScrollRegion
          aria-label={t("agreement.mixUps.title")}
          className="-m-4 max-h-96 overflow-auto p-4"
        >
          <ol className="grid grid-cols-[minmax(0,1fr)_minmax(2rem,8rem)_auto] items-center gap-x-3 gap-y-2">
            {confusions.map(({ first, second, items }) => (
              <li
                key={`${first} ${second}`}
                className="col-span-3 grid grid-cols-subgrid items-center text-sm"
              >
                <span className="min-w-0">
                  <span className="line-clamp-2" title={nameOf(first)}>
                    {nameOf(first)}
                  </span>
                  <span className="line-clamp-2 text-muted">
                    {t("agreement.mixUps.or", {
                      other: second === null ? t("agreement.none") : nameOf(second),
                    })}
                  </span>
                </span>
                <span aria-hidden className="h-2 rounded-sm bg-sunken">
                  <span
                    className="block h-full rounded-sm bg-warning"
                    style={{ width: `max(2px, ${(items / most) * 100}%)` }}
                  />
                </span>
                <span className="text-right tabular-nums">
                  {t("agreement.items", { items, shown: formatNumber(items) })}
                </span>
              </li>
            ))}
          </ol>
        </ScrollRegion>
      )}
    </Panel>
  );
}
