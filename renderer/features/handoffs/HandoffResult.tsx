import type { Handoff } from "../../../shared/features/handoffs/contract.ts";
import { formatBytes, formatNumber, t } from "../../client/text.ts";
import { platform } from "../../platform/platform.ts";
import { Button, Notice, Panel } from "../../ui/index.ts";

const scrollToResult = (box: HTMLDivElement | null) => box?.scrollIntoView({ block: "nearest" });

/** What was written, where, and how to tell that it arrived unchanged. */
export function HandoffResult(props: { handoff: Handoff }) {
  const { handoff } = props;
  return (
    <div key={handoff.folder} ref={scrollToResult} className="flex flex-col gap-4">
      <Notice tone="success" role="status" title={t("handoffs.done.title")}>
        <span className="break-all">{t("handoffs.done.text", { folder: handoff.folder })}</span>
      </Notice>
      <Panel title={t("handoffs.files.title")}>
        <div className="-m-4 overflow-x-auto">
          <table className="w-full text-sm">
            <thead className="text-left text-xs text-muted">
              <tr>
                <th className="px-4 py-2 font-medium">{t("handoffs.files.name")}</th>
                <th className="px-4 py-2 text-right font-medium">{t("handoffs.files.rows")}</th>
                <th className="px-4 py-2 text-right font-medium">{t("handoffs.files.size")}</th>
                <th className="px-4 py-2 font-medium">{t("handoffs.files.sha256")}</th>
                <th className="px-4 py-2">
                  <span className="sr-only">{t("handoffs.files.save")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {handoff.files.map((file) => (
                <tr key={file.name} className="border-t border-line">
                  <td className="px-4 py-1.5 font-medium">{file.name}</td>
                  <td className="px-4 py-1.5 text-right tabular-nums">
                    {file.rows === null ? "" : formatNumber(file.rows)}
                  </td>
                  <td className="px-4 py-1.5 text-right tabular-nums">{formatBytes(file.bytes)}</td>
                  <td className="px-4 py-1.5 font-mono text-xs text-muted" title={file.sha256}>
                    {file.sha256.slice(0, 16)}…
                  </td>
                  <td className="px-4 py-1 text-right">
                    <Button
                      size="small"
                      aria-label={t("handoffs.files.saveOne", { name: file.name })}
                      onClick={() => void platform.saveDownload(file.downloadId, file.name)}
                    >
                      {t("handoffs.files.save")}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </div>
  );
}
