import type { SliceOrigin, Together } from "../../../shared/features/handouts/contract.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Panel, ProgressBar } from "../../ui/index.ts";

/** In a project that is a colleague's: from whom it is, and how much of it is done. */
export function SlicePanel(props: { slice: SliceOrigin; done: NonNullable<Together["done"]> }) {
  const { slice, done } = props;
  return (
    <Panel
      title={t("handouts.slice.title")}
      actions={
        <Button size="small" onClick={() => goTo({ step: "label" })}>
          {t("handouts.slice.label")}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        <p>
          {t("handouts.slice.done", {
            answered: formatNumber(done.answered),
            examples: formatNumber(done.examples),
            skipped: done.skipped,
          })}
        </p>
        <ProgressBar
          label={t("handouts.slice.progress")}
          done={done.answered + done.skipped}
          total={done.examples}
        />
        <p className="text-sm text-muted">
          {t("handouts.slice.from", {
            owner: slice.ownerName,
            project: slice.projectName,
            when: formatDateTime(slice.openedAtMs),
          })}
        </p>
        <p className="text-sm text-muted">{t("handouts.slice.again")}</p>
      </div>
    </Panel>
  );
}
