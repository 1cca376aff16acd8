import { formatNumber, t } from "./text.ts";
import { showToast } from "./toasts.ts";
import { undo } from "./undo.ts";

/** Says what was done, with the way back beside it. */
export function tellChanged(changed: number): void {
  if (changed === 0) {
    showToast({ tone: "info", topic: "bulk", title: t("examples.bulk.nothing") });
    return;
  }
  showToast({
    tone: "success",
    topic: "bulk",
    title: t("examples.bulk.done", { changed, shown: formatNumber(changed) }),
    action: { label: t("common.undo"), run: () => void undo() },
  });
}
