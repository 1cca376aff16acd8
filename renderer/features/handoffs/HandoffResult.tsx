import type { Handoff } from "../../../shared/features/handoffs/contract.ts";
import { formatBytes, formatNumber, t } from "../../client/text.ts";
import { platform } from "../../platform/platform.ts";
import { Button, Cell, HeadCell, Notice, Panel, Table, TableRow } from "../../ui/index.ts";

const scrollToResult = (box: HTMLDivElement | null) => box?.scrollIntoView({ block: "nearest" });

/** What was written, where, and how to tell that it arrived unchanged. */
export function HandoffResult(props: { handoff: Handoff }) {
  const { handoff } = props;
  return (
    <div key={handoff.folder} ref={scrollToResult} className="flex flex-col gap-4">
      <Notice tone="success" role="status" title={t("handoffs.done.title")}>
        <span className="break-all">{t("handoffs.done.text", { folder: handoff.folder })}</span>
      </Notice>
      {handoff.leftOut > 0 ? (
        <Notice tone="warning">{t("handoffs.leftOut", { count: handoff.leftOut })}</Notice>
      ) : null}
      <Panel title={t("handoffs.files.title")}>
        <div className="-m-4 overflow-x-auto">
          <Table
            head={
              <>
                <HeadCell>{t("handoffs.files.name")}</HeadCell>
                <HeadCell number>{t("handoffs.files.rows")}</HeadCell>
                <HeadCell number>{t("handoffs.files.size")}</HeadCell>
                <HeadCell>{t("handoffs.files.sha256")}</HeadCell>
                <HeadCell>
                  <span className="sr-only">{t("handoffs.files.save")}</span>
                </HeadCell>
              </>
            }
          >
            {handoff.files.map((file) => (
              <TableRow key={file.name}>
                <Cell className="font-medium">{file.name}</Cell>
                <Cell number>{file.rows === null ? "" : formatNumber(file.rows)}</Cell>
                <Cell number>{formatBytes(file.bytes)}</Cell>
                <Cell className="font-mono text-xs text-muted" title={file.sha256}>
                  {file.sha256.slice(0, 16)}…
                </Cell>
                <Cell className="text-right">
                  <Button
                    size="small"
                    aria-label={t("handoffs.files.saveOne", { name: file.name })}
                    onClick={() => void platform.saveDownload(file.downloadId, file.name)}
                  >
                    {t("handoffs.files.save")}
                  </Button>
                </Cell>
              </TableRow>
            ))}
          </Table>
        </div>
      </Panel>
    </div>
  );
}
