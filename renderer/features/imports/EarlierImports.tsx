import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useState } from "react";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { Badge, Button, Cell, HeadCell, Panel, Table, TableRow } from "../../ui/index.ts";
import { RejectsDialog } from "./RejectsDialog.tsx";
import { Sha } from "./Sha.tsx";
import { TakeBackDialog } from "./TakeBackDialog.tsx";

const COUNTS = ["rows", "imported", "updated", "known", "rejected"] as const;

/** Every file that was brought in so far, newest first. */
export function EarlierImports(props: { exceptImportId?: string }) {
  const imports = useQuery(orpc.imports.list.queryOptions()).data ?? [];
  const [shown, setShown] = useState<{ record: ImportRecord; what: "rejects" | "takeBack" } | null>(
    null,
  );
  // In the order they come in: a clock that was set back must not move one.
  const records = imports.filter((record) => record.importId !== props.exceptImportId);
  if (records.length === 0) return null;
  const close = () => setShown(null);
  return (
    <Panel title={t("imports.list.title")}>
      <div className="-m-4 overflow-x-auto">
        <Table
          head={
            <>
              <HeadCell>{t("imports.list.file")}</HeadCell>
              <HeadCell>{t("imports.list.when")}</HeadCell>
              {COUNTS.map((column) => (
                <HeadCell key={column} number className="whitespace-nowrap">
                  {t(`imports.list.${column}`)}
                </HeadCell>
              ))}
              <HeadCell>
                <span className="sr-only">{t("imports.takeBack")}</span>
              </HeadCell>
            </>
          }
        >
          {records.map((record) => (
            <ImportRow
              key={record.importId}
              record={record}
              onRejects={() => setShown({ record, what: "rejects" })}
              onTakeBack={() => setShown({ record, what: "takeBack" })}
            />
          ))}
        </Table>
      </div>
      {shown?.what === "rejects" ? <RejectsDialog record={shown.record} onClose={close} /> : null}
      {shown?.what === "takeBack" ? <TakeBackDialog record={shown.record} onClose={close} /> : null}
    </Panel>
  );
}

function ImportRow(props: { record: ImportRecord; onRejects: () => void; onTakeBack: () => void }) {
  const { record } = props;
  const isTakenBack = record.takenBackAtMs !== null;
  return (
    <TableRow className={clsx("align-top", isTakenBack && "text-muted")}>
      <Cell className="w-1/2 max-w-0 min-w-48">
        <p
          className={clsx("truncate font-medium", isTakenBack && "line-through")}
          title={record.fileName}
          dir="auto"
        >
          {record.fileName}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
          {t(`imports.format.${record.format}`)}
          <Sha sha256={record.sha256} fileName={record.fileName} />
        </p>
      </Cell>
      <Cell className="whitespace-nowrap text-muted tabular-nums">
        {formatDateTime(record.importedAtMs)}
      </Cell>
      <Cell number>{formatNumber(record.rowsRead)}</Cell>
      <Cell number>{formatNumber(record.imported)}</Cell>
      <Cell number>{formatNumber(record.updated)}</Cell>
      <Cell number>{formatNumber(record.duplicatesOfEarlierImport)}</Cell>
      <Cell number>
        <Rejected record={record} onRejects={props.onRejects} />
      </Cell>
      <Cell className="text-right whitespace-nowrap">
        <TakeBack record={record} onTakeBack={props.onTakeBack} />
      </Cell>
    </TableRow>
  );
}

function Rejected(props: { record: ImportRecord; onRejects: () => void }) {
  const { rejected, fileName } = props.record;
  if (rejected === 0) return <>0</>;
  return (
    <button
      type="button"
      aria-label={t("imports.list.showRejects", {
        rejected: formatNumber(rejected),
        name: fileName,
      })}
      onClick={props.onRejects}
      className="-my-0.5 min-h-6 rounded text-warning underline underline-offset-2"
    >
      {formatNumber(rejected)}
    </button>
  );
}

function TakeBack(props: { record: ImportRecord; onTakeBack: () => void }) {
  const { imported, updated, takenBackAtMs, fileName } = props.record;
  if (takenBackAtMs !== null)
    return (
      <span title={formatDateTime(takenBackAtMs)}>
        <Badge>{t("imports.takenBack")}</Badge>
      </span>
    );
  if (imported + updated === 0) return null;
  return (
    <Button
      writes
      size="small"
      aria-label={t("imports.takeBack.named", { name: fileName })}
      onClick={props.onTakeBack}
    >
      {t("imports.takeBack")}
    </Button>
  );
}
