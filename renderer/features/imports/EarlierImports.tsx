import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { Panel } from "../../ui/index.ts";
import { RejectsDialog } from "./RejectsDialog.tsx";

const NUMBER = "px-4 py-2 text-right tabular-nums";
const HEAD = "px-4 py-1.5 text-xs font-medium whitespace-nowrap text-muted";

/** Every file that was brought in so far, newest first. */
export function EarlierImports(props: { exceptImportId?: string }) {
  const imports = useQuery(orpc.imports.list.queryOptions()).data ?? [];
  const [rejectsOf, setRejectsOf] = useState<ImportRecord | null>(null);
  const shown = imports
    .filter((record) => record.importId !== props.exceptImportId)
    .toSorted((a, b) => b.importedAtMs - a.importedAtMs);
  if (shown.length === 0) return null;
  return (
    <Panel title={t("imports.list.title")}>
      <div className="-m-4 overflow-x-auto">
        <table className="w-full text-left">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className={HEAD}>
                {t("imports.list.file")}
              </th>
              <th scope="col" className={HEAD}>
                {t("imports.list.when")}
              </th>
              {(["rows", "imported", "rejected", "known"] as const).map((column) => (
                <th key={column} scope="col" className={`${HEAD} text-right`}>
                  {t(`imports.list.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {shown.map((record) => (
              <ImportRow
                key={record.importId}
                record={record}
                onRejects={() => setRejectsOf(record)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rejectsOf ? <RejectsDialog record={rejectsOf} onClose={() => setRejectsOf(null)} /> : null}
    </Panel>
  );
}

function ImportRow(props: { record: ImportRecord; onRejects: () => void }) {
  const { record } = props;
  return (
    <tr>
      <td
        className="max-w-0 w-1/2 truncate px-4 py-2 font-medium"
        title={record.fileName}
        dir="auto"
      >
        {record.fileName}
      </td>
      <td className="px-4 py-2 whitespace-nowrap text-muted tabular-nums">
        {formatDateTime(record.importedAtMs)}
      </td>
      <td className={NUMBER}>{formatNumber(record.rowsRead)}</td>
      <td className={NUMBER}>{formatNumber(record.imported)}</td>
      <td className={NUMBER}>
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
      </td>
      <td className={NUMBER}>{formatNumber(record.duplicatesOfEarlierImport)}</td>
    </tr>
  );
}
