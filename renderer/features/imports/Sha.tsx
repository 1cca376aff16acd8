import { Copy } from "lucide-react";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { copyText } from "../../platform/copy-text.ts";

const SHOWN_DIGITS = 8;

/** The beginning of a file's hash; a press copies all of it. */
export function Sha(props: { sha256: string; fileName: string }) {
  const { sha256 } = props;
  const digits = sha256.slice(0, SHOWN_DIGITS);
  const copy = () => {
    if (copyText(sha256))
      showToast({ tone: "info", topic: "copied", title: t("imports.sha.copied"), text: sha256 });
  };
  return (
    <button
      type="button"
      title={t("imports.sha.title", { sha256 })}
      aria-label={t("imports.sha.copy", { digits, name: props.fileName })}
      onClick={copy}
      className="inline-flex min-h-6 items-center gap-1 rounded px-0.5 font-mono hover:bg-hover hover:text-ink"
    >
      {digits}
      <Copy aria-hidden className="size-3" />
    </button>
  );
}
