import type { ReactNode } from "react";
import type { Backup } from "../../../shared/features/backups/contract.ts";
import { formatBytes, formatDateTime, t } from "../../client/text.ts";
import { Badge, Button, Cell, HeadCell, ScrollRegion, Table, TableRow } from "../../ui/index.ts";

interface Acts {
  isBusy: boolean;
  onRestore: (backup: Backup) => void;
  onOpenCopy: (backup: Backup) => void;
}

/** Newest first: when, why, what it holds, and what can be done with it. */
export function BackupTable(props: { backups: readonly Backup[] } & Acts) {
  const { backups, ...acts } = props;
  return (
    <ScrollRegion
      aria-label={t("backups.list")}
      className="max-h-[45vh] overflow-auto rounded-md border border-line"
    >
      <Table
        head={
          <>
            <HeadCell>{t("backups.column.when")}</HeadCell>
            <HeadCell>{t("backups.column.holds")}</HeadCell>
            <HeadCell number>{t("backups.column.size")}</HeadCell>
            <HeadCell />
          </>
        }
      >
        {backups.map((backup) => (
          <Row key={backup.backupId} backup={backup} {...acts} />
        ))}
      </Table>
    </ScrollRegion>
  );
}

function Row({ backup, ...acts }: { backup: Backup } & Acts) {
  const { madeAtMs, reason, state, bytes, tooNew } = backup;
  const when = formatDateTime(madeAtMs);
  const isUsable = state === "good" && !tooNew;
  return (
    <TableRow>
      <Cell className="w-48 align-top whitespace-nowrap">
        <span className={isUsable ? "block font-medium" : "block text-muted"}>{when}</span>
        <span className="block text-xs text-muted">{t(`backups.reason.${reason}`)}</span>
      </Cell>
      <Cell className="align-top">
        <Holds backup={backup} />
      </Cell>
      <Cell number className="align-top">
        {state === "erased" ? "–" : formatBytes(bytes)}
      </Cell>
      <Cell className="w-0 align-top whitespace-nowrap">
        <span className="flex justify-end gap-1">
          {isUsable ? <RowActs backup={backup} when={when} {...acts} /> : null}
        </span>
      </Cell>
    </TableRow>
  );
}

function RowActs(props: { backup: Backup; when: string } & Acts) {
  const { backup, when } = props;
  return (
    <>
      <Button
        look="quiet"
        size="small"
        disabled={props.isBusy}
        title={t("backups.openCopyHint")}
        aria-label={t("backups.openCopyNamed", { when })}
        onClick={() => props.onOpenCopy(backup)}
      >
        {t("backups.openCopy")}
      </Button>
      <Button
        size="small"
        disabled={props.isBusy}
        aria-label={t("backups.restoreNamed", { when })}
        onClick={() => props.onRestore(backup)}
      >
        {t("backups.restore")}
      </Button>
    </>
  );
}

function Holds({ backup }: { backup: Backup }) {
  const { state, examples, answered, tooNew, otherFile, folder, fileName, purgedExamples } = backup;
  const notes: ReactNode[] = [];
  if (state !== "good")
    notes.push(
      <span key="state" title={t(`backups.state.${state}.hint`)}>
        <Badge tone={state === "damaged" ? "danger" : "neutral"}>
          {t(`backups.state.${state}`)}
        </Badge>
      </span>,
    );
  if (tooNew)
    notes.push(
      <Badge key="tooNew" tone="warning">
        {t("backups.state.tooNew")}
      </Badge>,
    );
  const isCounted = examples !== null && state !== "erased";
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        {isCounted ? t("backups.holds", { examples, answered: answered ?? 0 }) : null}
        {notes}
      </span>
      {otherFile ? (
        <span className="block text-xs break-words text-muted">
          {t("backups.otherFile", { folder, file: fileName })}
        </span>
      ) : null}
      {purgedExamples > 0 && state !== "erased" ? (
        <span className="block text-xs text-muted">
          {t("backups.purged", { count: purgedExamples })}
        </span>
      ) : null}
    </>
  );
}
