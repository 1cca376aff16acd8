import { clsx } from "clsx";
import { type KeyboardEvent, type MouseEvent, useEffect } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { ExampleFilter, ExampleLine } from "../../../shared/features/examples/contract.ts";
import type { MessageKey } from "../../../shared/messages/translate.ts";
import { t } from "../../client/text.ts";
import { COLUMNS, LineRow, type Width } from "./LineRow.tsx";
import { isSelected } from "./selection.ts";
import { type Lines, useLinesInView } from "./use-lines.ts";
import { useScaledRows } from "./use-scaled-rows.ts";
import type { TableState } from "./use-table-state.ts";

const ROW_HEIGHT = 32;
/** `hidden` headings are read out only. */
const HEADINGS: Record<Width, { text: MessageKey; hidden?: true; number?: true }[]> = {
  wide: [
    { text: "examples.column.select", hidden: true },
    { text: "examples.column.input" },
    { text: "examples.column.answer" },
    { text: "examples.column.status" },
    { text: "examples.column.split" },
    { text: "examples.flagged", hidden: true },
    { text: "examples.column.source" },
    { text: "examples.column.length", number: true },
    { text: "examples.column.answeredAt" },
  ],
  narrow: [
    { text: "examples.column.select", hidden: true },
    { text: "examples.column.input" },
    { text: "examples.column.answer" },
    { text: "examples.column.status" },
    { text: "examples.flagged", hidden: true },
  ],
};

interface LineTableProps {
  lines: Lines;
  filter: ExampleFilter;
  labelById: ReadonlyMap<string, Label>;
  table: TableState;
  width: Width;
  /** Told which example the table stands at, as soon as it is there. */
  onActive: (line: ExampleLine | null) => void;
  onOpen: () => void;
}

/** Any number of examples as a table of single lines; the whole of it is one stop for the Tab key. */
export function LineTable({
  lines,
  filter,
  labelById,
  table,
  width,
  onActive,
  onOpen,
}: LineTableProps) {
  const [scroller, rows] = useScaledRows(lines.known, ROW_HEIGHT);
  const lineAt = useLinesInView(lines, filter, rows);
  const { active, selected } = table.state;
  const activeLine = lineAt(active);
  useEffect(() => {
    onActive(activeLine);
  }, [activeLine, onActive]);

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
      <Headings width={width} />
      <div ref={scroller} role="presentation" className="min-h-0 flex-1 overflow-y-scroll">
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
              width={width}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function Headings({ width }: { width: Width }) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={clsx(
        COLUMNS[width],
        "h-8 shrink-0 border-b border-line pr-5 text-xs font-medium text-muted",
      )}
    >
      {HEADINGS[width].map(({ text, hidden, number }) => (
        <span role="columnheader" key={text} className={number && "text-right"}>
          {hidden ? <span className="sr-only">{t(text)}</span> : t(text)}
        </span>
      ))}
    </div>
  );
}
