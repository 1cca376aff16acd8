import type { Example } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { undo } from "../../client/undo.ts";
import { Button, ScrollRegion } from "../../ui/index.ts";
import { ExampleFacts, listFacts } from "../examples/index.ts";
import { desk } from "./queue/desk.ts";

async function takeOut(): Promise<void> {
  const removed = await desk.remove();
  if (!removed) return;
  showToast({
    tone: "success",
    title: t("annotations.removed"),
    action: { label: t("common.undo"), run: () => void undo() },
  });
}

/** Where an example came from and the columns kept with it. */
export function ExampleDetails({ example }: { example: Example }) {
  const facts = listFacts(example);
  return (
    <ScrollRegion
      aria-label={t("annotations.details")}
      className="flex max-h-40 shrink-0 items-start gap-4 overflow-auto border-b border-line bg-sunken px-4 py-2.5 text-sm"
    >
      <dl className="grid min-w-0 flex-1 grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.length === 0 ? <dt className="text-muted">{t("annotations.detail.none")}</dt> : null}
        <ExampleFacts facts={facts} />
      </dl>
      <Button size="small" onClick={() => void takeOut()}>
        {t("annotations.remove")}
      </Button>
    </ScrollRegion>
  );
}
