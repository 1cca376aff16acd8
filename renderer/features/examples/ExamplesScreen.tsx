import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { ExampleFilter, ExampleLine } from "../../../shared/features/examples/contract.ts";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo, stayAt, useNavigation } from "../../navigation/navigation.ts";
import { Button, EmptyState, ErrorNotice, ScreenFrame } from "../../ui/index.ts";
import { TimelineButton } from "../history/index.ts";
import { BulkBar } from "./BulkBar.tsx";
import { DetailPanel } from "./DetailPanel.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { LineTable } from "./LineTable.tsx";
import { useLines } from "./use-lines.ts";
import { useTableState } from "./use-table-state.ts";

const NO_FILTER: ExampleFilter = {};
const NO_LABELS: Label[] = [];
const NO_IMPORTS: ImportRecord[] = [];

/** All examples of the project: found, looked at, and changed many at a time. */
export function ExamplesScreen() {
  const filter = useNavigation((state) => state.place.filter) ?? NO_FILTER;
  const definition = useQuery(orpc.definitions.get.queryOptions()).data;
  const labels = definition?.labels ?? NO_LABELS;
  const imports = useQuery(orpc.imports.list.queryOptions()).data ?? NO_IMPORTS;
  const labelById = useMemo(() => new Map(labels.map((label) => [label.labelId, label])), [labels]);
  const lines = useLines(filter);
  const table = useTableState();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState<ExampleLine | null>(null);
  const { reset } = table;
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another filter makes another list, in which the old places mean nothing
  useEffect(() => reset(), [filter, reset]);
  const onActive = useCallback((line: ExampleLine | null) => {
    if (line) setActive(line);
  }, []);

  const isFiltered = Object.keys(filter).length > 0;
  const change = (next: ExampleFilter) => stayAt({ step: "examples", filter: next });
  return (
    <ScreenFrame fill full title={t("common.step.examples")} actions={<TimelineButton />}>
      <FilterBar filter={filter} names={{ labels, imports }} onChange={change} />
      {lines.error ? <ErrorNotice error={lines.error} /> : null}
      {lines.total === 0 ? (
        <NoLines isFiltered={isFiltered} onClear={() => change({})} />
      ) : (
        <>
          <BulkBar
            selected={table.state.selected}
            viewId={lines.viewId}
            total={lines.total}
            taskType={definition?.taskType ?? "write"}
            labels={labels}
            showsPutAway={filter.putAway === true}
            onDone={() => table.choose([])}
          >
            <span role="status" className="tabular-nums">
              {lines.total === null
                ? t("examples.counting")
                : t("examples.total", { total: lines.total, shown: formatNumber(lines.total) })}
            </span>
          </BulkBar>
          <div className="flex min-h-0 flex-1 gap-3">
            <LineTable
              key={JSON.stringify(filter)}
              lines={lines}
              filter={filter}
              labelById={labelById}
              table={table}
              width={isOpen && active ? "narrow" : "wide"}
              onActive={onActive}
              onOpen={() => setOpen(true)}
            />
            {isOpen && active ? (
              <DetailPanel
                line={active}
                labels={labels}
                isPutAway={filter.putAway === true}
                onClose={() => setOpen(false)}
              />
            ) : null}
          </div>
        </>
      )}
    </ScreenFrame>
  );
}

function NoLines(props: { isFiltered: boolean; onClear: () => void }) {
  if (props.isFiltered)
    return (
      <EmptyState
        title={t("examples.noMatch.title")}
        text={t("examples.noMatch.text")}
        action={<Button onClick={props.onClear}>{t("examples.noMatch.action")}</Button>}
      />
    );
  return (
    <EmptyState
      title={t("examples.empty.title")}
      text={t("examples.empty.text")}
      action={
        <Button look="primary" onClick={() => goTo({ step: "bring" })}>
          {t("examples.empty.action")}
        </Button>
      }
    />
  );
}
