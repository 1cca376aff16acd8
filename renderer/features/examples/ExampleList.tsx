import { useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { clsx } from "clsx";
import { type KeyboardEvent, useMemo, useRef } from "react";
import type { Example, ExampleFilter } from "../../../shared/features/examples/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { ErrorNotice } from "../../ui/index.ts";
import { ExampleRow } from "./ExampleRow.tsx";
import { usePages } from "./use-pages.ts";

/** Pixels. A million rows of this height stay below the tallest element that browsers draw. */
const ROW_HEIGHT = 32;

/** Any number of examples in dense rows; arrows move, Enter or a click opens one. */
export function ExampleList(props: {
  filter: ExampleFilter;
  onOpen: (example: Example) => void;
  className?: string;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const labels = useQuery(orpc.definitions.get.queryOptions()).data?.labels;
  const labelById = useMemo(
    () => new Map(labels?.map((label) => [label.labelId, label])),
    [labels],
  );
  const { total, error, rowAt, setVisible } = usePages(props.filter);
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    onChange: ({ range }) => range && setVisible(range.startIndex, range.endIndex),
  });

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target instanceof HTMLElement ? event.target.dataset["row"] : undefined;
    if (step === undefined || row === undefined) return;
    event.preventDefault();
    const next = Math.min((total ?? 1) - 1, Math.max(0, Number(row) + step));
    rows.scrollToIndex(next);
    scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  }
  if (error) return <ErrorNotice error={error} />;
  return (
    <div className={clsx("flex min-h-0 flex-col", props.className)}>
      <div aria-hidden className="flex border-b border-line px-2 pb-1 text-xs text-muted">
        <span className="flex-1">{t("examples.column.input")}</span>
        <span className="w-48">{t("examples.column.answer")}</span>
        <span className="w-32">{t("examples.column.split")}</span>
        <span className="w-5" />
      </div>
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows bubble up from the rows */}
        <ul
          aria-label={t("examples.list")}
          onKeyDown={onKeyDown}
          className="relative"
          style={{ height: rows.getTotalSize() }}
        >
          {rows.getVirtualItems().map((item) => (
            <li
              key={item.key}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: ROW_HEIGHT, transform: `translateY(${item.start}px)` }}
            >
              <ExampleRow
                at={item.index}
                example={rowAt(item.index)}
                labelById={labelById}
                onOpen={props.onOpen}
              />
            </li>
          ))}
        </ul>
        {total === 0 ? <p className="px-2 py-4 text-muted">{t("examples.none")}</p> : null}
      </div>
    </div>
  );
}
