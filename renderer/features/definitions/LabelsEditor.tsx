import { useRef, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button } from "../../ui/index.ts";
import { AddLabels } from "./AddLabels.tsx";
import { LabelList } from "./LabelList.tsx";
import { LabelWarnings } from "./LabelWarnings.tsx";
import { matchesFilter } from "./label-filter.ts";

/** From this many on, finding a label by eye takes longer than typing. */
const FILTER_FROM = 10;

/** The labels to choose from, edited in place. */
export function LabelsEditor(props: { labels: Label[] }) {
  const { labels } = props;
  const [filter, setFilter] = useState("");
  const listEnd = useRef<HTMLDivElement>(null);
  const shown = labels.filter((label) => matchesFilter(label, filter));
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-2.5">
        <AddLabels
          labels={labels}
          onAdded={() => {
            setFilter("");
            requestAnimationFrame(() => listEnd.current?.scrollIntoView({ block: "nearest" }));
          }}
        />
        {labels.length >= FILTER_FROM ? (
          <FilterBox
            filter={filter}
            shown={shown.length}
            total={labels.length}
            onFilter={setFilter}
          />
        ) : null}
      </div>
      <LabelWarnings labels={labels} />
      {labels.length === 0 ? (
        <div className="flex flex-col items-center gap-3 px-4 py-12 text-center">
          <p className="font-semibold">{t("definitions.labels.none.title")}</p>
          <p className="max-w-md text-muted">{t("definitions.labels.none.text")}</p>
          <Button onClick={() => goTo({ step: "bring" })}>
            {t("definitions.labels.none.bring")}
          </Button>
        </div>
      ) : (
        <div className="min-h-0 flex-1 overflow-auto">
          <LabelList labels={labels} shown={shown} />
          {shown.length === 0 ? (
            <p className="p-4 text-muted">{t("definitions.labels.noMatch", { filter })}</p>
          ) : null}
          <div ref={listEnd} />
        </div>
      )}
    </>
  );
}

function FilterBox(props: {
  filter: string;
  shown: number;
  total: number;
  onFilter: (filter: string) => void;
}) {
  return (
    <div className="flex items-center gap-3">
      <output className="block text-sm text-muted tabular-nums">
        {props.filter
          ? t("definitions.labels.filtered", { shown: props.shown, total: props.total })
          : ""}
      </output>
      <input
        type="search"
        aria-label={t("definitions.labels.filter")}
        placeholder={t("definitions.labels.filter")}
        value={props.filter}
        onChange={(event) => props.onFilter(event.target.value)}
        className="h-8 w-52 rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-muted"
      />
    </div>
  );
}
