import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { Cell, HeadCell, Panel, Table, TableRow } from "../../ui/index.ts";
import { RejectsDialog } from "./RejectsDialog.tsx";

/** Every file that was brought in so far, newest first. */
export function EarlierImports(props: { exceptImportId?: string }) {
  const imports = useQuery(orpc.imports.list.queryOptions()).data ?? [];
  const [rejectsOf, setRejectsOf] = useState<ImportRecord | null>(null);
  // In the order they come in: a clock that was set back must not move one.
  const shown = imports.filter((record) => record.importId !== props.exceptImportId);
  if (shown.length === 0) return null;
  return (
    <Panel title={t("imports.list.title")}>
      <div className="-m-4 overflow-x-auto">
        <Table
          head={
            <>
              <HeadCell>{t("imports.list.file")}</HeadCell>
              <HeadCell>{t("imports.list.when")}</HeadCell>
              {(["rows", "imported", "rejected", "known"] as const).map((column) => (
                <HeadCell key={column} number className="whitespace-nowrap">
                  {t(`imports.list.${column}`)}
                </HeadCell>
              ))}
            </>
          }
        >
          {shown.map((record) => (
            <ImportRow
              key={record.importId}
              record={record}
              onRejects={() => setRejectsOf(record)}
            />
          ))}
        </Table>
      </div>
      {rejectsOf ? <RejectsDialog record={rejectsOf} onClose={() => setRejectsOf(null)} /> : null}
    </Panel>
  );
}

function ImportRow(props: { record: ImportRecord; onRejects: () => void }) {
  const { record } = props;
  return (
    <TableRow>
      <Cell className="w-1/2 max-w-0 truncate font-medium" title={record.fileName} dir="auto">
        {record.fileName}
      </Cell>
      <Cell className="whitespace-nowrap text-muted tabular-nums">
        {formatDateTime(record.importedAtMs)}
      </Cell>
      <Cell number>{formatNumber(record.rowsRead)}</Cell>
      <Cell number>{formatNumber(record.imported)}</Cell>
      <Cell number>
        {record.rejected > 0 ? (
          <button
            type="button"
            aria-label={t("imports.list.showRejects", {
              rejected: formatNumber(record.rejected),
              name: record.fileName,
            })}
            onClick={props.onRejects}
            className="-my-0.5 min-h-6 rounded text-warning underline underline-offset-2"
          >
            {formatNumber(record.rejected)}
          </button>
        ) : (
          0
        )}
      </Cell>
      <Cell number>{formatNumber(record.duplicatesOfEarlierImport)}</Cell>
    </TableRow>
  );
}
