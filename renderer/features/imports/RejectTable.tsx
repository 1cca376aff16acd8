import type { RejectedRow } from "../../../shared/features/imports/contract.ts";
import { formatNumber, t } from "../../client/text.ts";

const HEAD = "border-b border-line bg-sunken px-3 py-1.5 text-xs font-medium text-muted";
const CELL = "border-b border-line px-3 py-1.5 align-top";

/** Where in the file, why, and how the row begins. */
export function RejectTable(props: { rows: RejectedRow[] }) {
  return (
    <table className="w-full text-left text-sm">
      <thead className="sticky top-0">
        <tr>
          <th scope="col" className={`${HEAD} text-right`}>
            {t("imports.rejects.line")}
          </th>
          <th scope="col" className={HEAD}>
            {t("imports.rejects.reason")}
          </th>
          <th scope="col" className={HEAD}>
            {t("imports.rejects.excerpt")}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.lineNumber}>
            <td className={`${CELL} text-right tabular-nums`}>{formatNumber(row.lineNumber)}</td>
            <td className={`${CELL} min-w-48`} title={row.detail}>
              {t(`imports.reject.${row.reason}`)}
            </td>
            <td className={`${CELL} font-mono text-xs break-all text-muted`} dir="auto">
              <span className="line-clamp-2">{row.excerpt}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
