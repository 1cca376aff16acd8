import { clsx } from "clsx";
import { ColumnRole } from "../../../shared/features/imports/column-role.ts";
import type { Preview } from "../../../shared/features/imports/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { t } from "../../client/text.ts";
import { ScrollRegion, Term } from "../../ui/index.ts";
import { chooseRole, type Column, rolesFor } from "./column-roles.ts";
import { isEmptyColumn, isNamedByPlace } from "./oddities.ts";
import { roleName, roleText } from "./role-text.ts";
import { shownCell } from "./shown-cell.ts";

/** Columns whose cells are worth the room. */
const LONG_TEXTS: readonly ColumnRole[] = ["input", "messages", "response", "chosen", "rejected"];

interface PreviewTableProps {
  taskType: TaskType;
  preview: Preview;
  /** With the user's choices laid over the guess. */
  columns: Column[];
  stale: boolean;
  onRoles: (roles: Record<string, ColumnRole>) => void;
}

/** The first rows, with the meaning of each column above it; scrolls in both directions inside itself. */
export function PreviewTable(props: PreviewTableProps) {
  const { columns, preview } = props;
  return (
    <div className={clsx("flex min-h-0 flex-1 flex-col", props.stale && "opacity-60")}>
      <ScrollRegion
        aria-label={t("imports.preview.table", { name: preview.fileName })}
        className="min-h-32 flex-1 overflow-auto -outline-offset-2!"
      >
        <table className="min-w-full border-separate border-spacing-0 text-left">
          <thead className="sticky top-0 z-10">
            <tr>
              <th
                scope="col"
                className="w-px border-r border-b border-line bg-sunken px-2 py-2 align-bottom text-xs font-normal text-muted"
              >
                {t("imports.preview.row")}
              </th>
              {columns.map((column, index) => (
                <ColumnHead
                  key={column.name}
                  column={column}
                  remark={remarkOn(preview, column.name, index)}
                  taskType={props.taskType}
                  onRole={(role) =>
                    props.onRoles(chooseRole(columns, column.name, role, props.taskType))
                  }
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((cells, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no identity and never move
              <Row key={row} number={row + 1} cells={cells} columns={columns} />
            ))}
          </tbody>
        </table>
        {preview.rows.length === 0 ? (
          <p className="p-4 text-muted">{t("imports.preview.noRows")}</p>
        ) : null}
      </ScrollRegion>
      <Meanings taskType={props.taskType} />
    </div>
  );
}

/** What is unusual about one column, in a few words; "" for most. */
function remarkOn(preview: Preview, name: string, index: number): string {
  const isTable = preview.readAs.format === "csv" || preview.readAs.format === "tsv";
  const remarks = [
    isTable && preview.readAs.hasHeader && isNamedByPlace(name, index)
      ? t("imports.column.unnamed")
      : "",
    preview.rows.length > 0 && isEmptyColumn(preview.rows, index) ? t("imports.column.empty") : "",
  ];
  return remarks.filter((remark) => remark !== "").join(" · ");
}

function ColumnHead(props: {
  column: Column;
  remark: string;
  taskType: TaskType;
  onRole: (role: ColumnRole) => void;
}) {
  const { name, role } = props.column;
  const shown = name || t("imports.preview.unnamed");
  const roles = rolesFor(props.taskType);
  return (
    <th
      scope="col"
      className={clsx(
        "min-w-40 border-r border-b border-line px-2 py-2 align-bottom font-normal",
        role === "field" ? "bg-sunken" : "bg-accent-soft",
      )}
    >
      {/* Without a width of its own, so that a long name does not stretch the column. */}
      <div className="flex w-0 min-w-full flex-col gap-1">
        <span className="line-clamp-2 text-sm font-semibold break-all" title={shown} dir="auto">
          {shown}
        </span>
        {props.remark ? <span className="text-xs text-muted">{props.remark}</span> : null}
        <select
          aria-label={t("imports.preview.role", { column: shown })}
          title={t(`imports.role.${role}.term`)}
          value={role}
          onChange={(event) => props.onRole(ColumnRole.parse(event.target.value))}
          className={clsx(
            "h-7 w-full rounded border bg-surface px-1 text-sm",
            role === "field" ? "border-line-strong text-muted" : "border-accent font-medium",
          )}
        >
          {(roles.includes(role) ? roles : [...roles, role]).map((option) => (
            <option key={option} value={option}>
              {roleName(option, props.taskType)}
            </option>
          ))}
        </select>
      </div>
    </th>
  );
}

function Row(props: { number: number; cells: string[]; columns: Column[] }) {
  return (
    <tr>
      <td className="border-r border-b border-line bg-sunken px-2 py-1.5 text-right align-top text-xs text-muted tabular-nums">
        {props.number}
      </td>
      {props.columns.map((column, index) => (
        <td
          key={column.name}
          className={clsx(
            "border-r border-b border-line px-2 py-1.5 align-top text-sm",
            column.role === "field" && "text-muted",
          )}
        >
          <div
            dir="auto"
            className={clsx(
              "line-clamp-2 max-w-[60ch] break-words whitespace-pre-wrap",
              LONG_TEXTS.includes(column.role) ? "min-w-80" : "min-w-36",
            )}
          >
            {shownCell(props.cells, props.columns, index)}
          </div>
        </td>
      ))}
    </tr>
  );
}

function Meanings(props: { taskType: TaskType }) {
  return (
    <details className="border-t border-line px-4 py-2 text-sm">
      <summary className="w-fit rounded text-muted hover:text-ink">
        {t("imports.preview.meaning")}
      </summary>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rolesFor(props.taskType).map((role) => (
          <div key={role} className="contents">
            <dt className="font-medium">
              <Term term={t(`imports.role.${role}.term`)}>{roleName(role, props.taskType)}</Term>
            </dt>
            <dd className="text-muted">{roleText(role, props.taskType)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
