import { clsx } from "clsx";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { ExampleFilter, ExampleLine } from "../../../shared/features/examples/contract.ts";
import type { MessageKey } from "../../../shared/messages/translate.ts";
import { t } from "../../client/text.ts";
import { COLUMNS, LineRow } from "./LineRow.tsx";
import { isSelected } from "./selection.ts";
import { type Lines, useLinesInView } from "./use-lines.ts";
import { useScaledRows } from "./use-scaled-rows.ts";
import type { TableState } from "./use-table-state.ts";

const ROW_HEIGHT = 32;
const HEADINGS: (MessageKey | null)[] = [
  null,
  "examples.column.input",
  "examples.column.answer",
  "examples.column.status",
  "examples.column.split",
  null,
  "examples.column.source",
  "examples.column.length",
  "examples.column.answeredAt",
];

interface LineTableProps {
  lines: Lines;
  filter: ExampleFilter;
  labelById: ReadonlyMap<string, Label>;
  table: TableState;
  /** Told which example the table stands at, as soon as it is there. */
  onActive: (line: ExampleLine | null) => void;
  onOpen: () => void;
}

/** Any number of examples as a table of single lines; the whole of it is one stop for the Tab key. */
export function LineTable({ lines, filter, labelById, table, onActive, onOpen }: LineTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useScaledRows(lines.known, ROW_HEIGHT, scroller);
  const lineAt = useLinesInView(lines, filter, rows);
  const { active, selected } = table.state;
  const activeLine = lineAt(active);
  useEffect(() => onActive(activeLine), [activeLine, onActive]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") {
      onOpen();
    } else {
      const next = table.press(event, { count: lines.known, page: rows.rowsInView });
      if (next === null) return;
      rows.show(next);
    }
    event.preventDefault();
  }
  function onClick(event: MouseEvent) {
    if (!(event.target instanceof Element)) return;
    const row = Number(event.target.closest<HTMLElement>("[data-row]")?.dataset["row"]);
    if (Number.isNaN(row)) return;
    table.click(row, { ...event, toggles: event.target.closest("[data-check]") !== null });
    if (event.detail === 2) onOpen();
  }
  const drawn = Array.from(
    { length: Math.max(0, rows.last - rows.first + 1) },
    (_, at) => rows.first + at,
  );
  return (
    <div
      role="grid"
      aria-label={t("examples.list")}
      aria-multiselectable
      aria-rowcount={lines.total === null ? -1 : lines.total + 1}
      aria-activedescendant={lines.known > 0 ? `example-row-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      className={clsx(
        "group flex min-h-0 min-w-0 flex-1 flex-col overflow-x-auto rounded-lg border border-line bg-surface select-none",
        lines.isStale && "opacity-60",
      )}
    >
      <div
        role="row"
        aria-rowindex={1}
        className={clsx(
          COLUMNS,
          "h-8 min-w-[62rem] shrink-0 border-b border-line pr-5 text-xs font-medium text-muted",
        )}
      >
        {HEADINGS.map((heading, at) => (
          <span
            role="columnheader"
            // oxlint-disable-next-line react/no-array-index-key -- the columns never change
            key={at}
            className={heading === "examples.column.length" ? "text-right" : undefined}
          >
            {heading ? (
              t(heading)
            ) : (
              <span className="sr-only">
                {t(at === 0 ? "examples.column.select" : "examples.flagged")}
              </span>
            )}
          </span>
        ))}
      </div>
      <div
        ref={scroller}
        role="presentation"
        className="min-h-0 min-w-[62rem] flex-1 overflow-y-scroll"
      >
        <div role="rowgroup" className="relative" style={{ height: rows.height }}>
          {drawn.map((row) => (
            <LineRow
              key={row}
              row={row}
              top={rows.topOf(row)}
              height={ROW_HEIGHT}
              line={lineAt(row)}
              labelById={labelById}
              selected={isSelected(selected, row)}
              active={row === active}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
