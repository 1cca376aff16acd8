import { clsx } from "clsx";
import { Flag } from "lucide-react";
import { memo } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { ExampleLine } from "../../../shared/features/examples/contract.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { LabelChip } from "../../ui/index.ts";

const CELLS = "grid items-center gap-x-3 px-2";
/** The same for the headings and for every line; narrow where the example is shown in full beside it. */
export const COLUMNS = {
  wide: `${CELLS} min-w-[59rem] grid-cols-[1.75rem_minmax(14rem,4fr)_minmax(6rem,1fr)_6.5rem_5.5rem_1.25rem_minmax(5rem,1fr)_3.5rem_10rem]`,
  narrow: `${CELLS} grid-cols-[1.75rem_minmax(12rem,3fr)_minmax(6rem,1fr)_6rem_1.25rem]`,
} as const;
export type Width = keyof typeof COLUMNS;

interface LineRowProps {
  row: number;
  top: number;
  height: number;
  line: ExampleLine | null;
  labelById: ReadonlyMap<string, Label>;
  selected: boolean;
  active: boolean;
  width: Width;
}

/** One example in one line of the table. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { row, line, selected, active } = props;
  return (
    <div
      role="row"
      id={`example-row-${row}`}
      data-row={row}
      aria-rowindex={row + 2}
      aria-selected={selected}
      className={clsx(
        COLUMNS[props.width],
        "absolute inset-x-0 top-0 border-b border-line text-sm",
        selected ? "bg-accent-soft" : "hover:bg-hover",
        active &&
          "outline-2 -outline-offset-2 outline-line-strong group-focus-visible:outline-accent",
      )}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <span role="gridcell" data-check className="flex h-full items-center justify-center">
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={selected}
          aria-label={t("examples.column.select")}
          className="pointer-events-none accent-(--accent)"
        />
      </span>
      {line ? <Cells line={line} labelById={props.labelById} width={props.width} /> : <Waiting />}
    </div>
  );
});

function Waiting() {
  return (
    <span role="gridcell" className="text-muted">
      …
    </span>
  );
}

const stateOf = ({ status, unreviewed }: ExampleLine) =>
  t(unreviewed ? "examples.status.unreviewed" : `examples.status.${status}`);

interface CellsProps {
  line: ExampleLine;
  labelById: ReadonlyMap<string, Label>;
}

function Cells({ line, labelById, width }: CellsProps & { width: Width }) {
  const quiet = "truncate text-xs text-muted";
  return (
    <>
      <span role="gridcell" dir="auto" className="truncate">
        {line.excerpt || t("examples.emptyInput")}
      </span>
      <span role="gridcell" className="flex min-w-0 gap-1 overflow-hidden">
        <Answer line={line} labelById={labelById} />
      </span>
      <span role="gridcell" className={quiet}>
        {stateOf(line)}
      </span>
      {width === "wide" ? (
        <span role="gridcell" className={quiet}>
          {line.split ? t(`common.split.${line.split}`) : ""}
        </span>
      ) : null}
      <span role="gridcell">
        {line.flagged ? (
          <>
            <Flag aria-hidden className="size-3.5 text-warning" />
            <span className="sr-only">{t("examples.flagged")}</span>
          </>
        ) : null}
      </span>
      {width === "wide" ? <Provenance line={line} className={quiet} /> : null}
    </>
  );
}

function Provenance({ line, className }: { line: ExampleLine; className: string }) {
  const source =
    line.source &&
    t("examples.line", { file: line.source.fileName, line: formatNumber(line.source.lineNumber) });
  return (
    <>
      <span role="gridcell" dir="auto" className={className} title={source ?? undefined}>
        {source}
      </span>
      <span role="gridcell" className="text-right text-xs text-muted tabular-nums">
        {formatNumber(line.characters)}
      </span>
      <span role="gridcell" className={clsx(className, "tabular-nums")}>
        {line.answeredAtMs === null ? "" : formatDateTime(line.answeredAtMs)}
      </span>
    </>
  );
}

function Answer({ line, labelById }: CellsProps) {
  if (line.answerExcerpt !== null)
    return (
      <span dir="auto" className="truncate">
        {line.answerExcerpt}
      </span>
    );
  return line.labelIds.map((labelId) => {
    const label = labelById.get(labelId);
    return label ? <LabelChip key={labelId} name={label.name} colour={label.colour} /> : null;
  });
}
