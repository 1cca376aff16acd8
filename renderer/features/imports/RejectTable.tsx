import type { RejectedRow } from "../../../shared/features/imports/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Cell, HeadCell, Table, TableRow } from "../../ui/index.ts";

/** Where in the file, why, and how the row begins. */
export function RejectTable(props: { rows: RejectedRow[] }) {
  return (
    <Table
      head={
        <>
          <HeadCell number>{t("imports.rejects.line")}</HeadCell>
          <HeadCell>{t("imports.rejects.reason")}</HeadCell>
          <HeadCell>{t("imports.rejects.excerpt")}</HeadCell>
        </>
      }
    >
      {props.rows.map((row) => (
        <TableRow key={row.lineNumber} className="align-top">
          <Cell number>{formatNumber(row.lineNumber)}</Cell>
          <Cell className="min-w-48" title={row.detail}>
            {t(`imports.reject.${row.reason}`)}
          </Cell>
          <Cell className="font-mono text-xs break-all text-muted" dir="auto">
            <span className="line-clamp-2">{row.excerpt}</span>
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
