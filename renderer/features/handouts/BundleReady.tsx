import { Download } from "lucide-react";
import type { BundleSaved } from "../../../shared/features/handouts/contract.ts";
import { t } from "../../client/text.ts";
import { platform } from "../../platform/platform.ts";
import { Button, Notice } from "../../ui/index.ts";

/** Where the file lies, how to send it, and who could read it on the way. */
export function BundleReady(props: { saved: BundleSaved; name: string; what: string }) {
  const { saved, name } = props;
  return (
    <div className="flex flex-col gap-3 pb-3">
      <Notice tone="success" role="status" title={t("handouts.saved.title")}>
        <p>{props.what}</p>
        <p className="break-all">
          {t("handouts.saved.where", { file: saved.fileName, folder: saved.folder })}
        </p>
      </Notice>
      <p>{t("handouts.saved.send", { name })}</p>
      <Notice tone={saved.locked ? "info" : "warning"}>
        {t(saved.locked ? "handouts.saved.locked" : "handouts.saved.open", { name })}
      </Notice>
      <div>
        <Button onClick={() => void platform.saveDownload(saved.downloadId, saved.fileName)}>
          <Download aria-hidden className="size-4" />
          {t("handouts.saved.copy")}
        </Button>
      </div>
    </div>
  );
}
