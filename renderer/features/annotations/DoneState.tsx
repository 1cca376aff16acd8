import type { QueueCounts, QueueName } from "../../../shared/features/annotations/contract.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, EmptyState } from "../../ui/index.ts";
import { desk, useDesk } from "./queue/desk.ts";

/** What to do once a queue is through. */
export function DoneState({ counts }: { counts: QueueCounts }) {
  const queue = useDesk((state) => state.queue);
  const seen = useDesk((state) => state.items.length > 0);
  const filter = useDesk((state) => state.assignment?.filter);
  const filtered = Object.keys(filter ?? {}).length > 0;
  if (counts.total === 0 && !filtered)
    return (
      <EmptyState
        title={t("annotations.done.noExamples.title")}
        text={t("annotations.done.noExamples.text")}
        action={
          <Button look="primary" onClick={() => goTo({ step: "bring" })}>
            {t("annotations.done.bring")}
          </Button>
        }
      />
    );
  const canRepeat =
    seen &&
    (filtered ||
      queue === "all" ||
      ((queue === "flagged" || queue === "skipped") && counts[queue] > 0));
  return (
    <EmptyState
      title={filtered ? t("annotations.done.filtered") : t(`annotations.done.${queue}.title`)}
      text={doneText(counts)}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <NextStep counts={counts} queue={queue} filtered={filtered} />
          {canRepeat ? (
            <Button onClick={() => void desk.restart()}>{t("annotations.done.again")}</Button>
          ) : null}
          {seen ? <Button onClick={() => desk.back()}>{t("annotations.done.back")}</Button> : null}
        </div>
      }
    />
  );
}

function doneText(counts: QueueCounts): string {
  if (counts.unlabelled > 0)
    return t("annotations.done.leftUnlabelled", { left: counts.unlabelled });
  if (counts.unreviewed > 0)
    return t("annotations.done.leftUnreviewed", { left: counts.unreviewed });
  return t("annotations.done.text");
}

function NextStep(props: { counts: QueueCounts; queue: QueueName; filtered: boolean }) {
  const { counts, queue: current, filtered } = props;
  if (filtered)
    return (
      <Button look="primary" onClick={() => goTo({ step: "check" })}>
        {t("annotations.done.backToCheck")}
      </Button>
    );
  const queue = (["unlabelled", "unreviewed"] as const).find((name) => counts[name] > 0);
  if (queue && queue === current)
    return (
      <Button look="primary" onClick={() => void desk.restart()}>
        {t("annotations.done.leftOut", { left: counts[queue] })}
      </Button>
    );
  if (queue)
    return (
      <Button look="primary" onClick={() => goTo({ step: "label", queue })}>
        {t(`annotations.done.go.${queue}`)}
      </Button>
    );
  return (
    <Button look="primary" onClick={() => goTo({ step: "check" })}>
      {t("annotations.done.check")}
    </Button>
  );
}
