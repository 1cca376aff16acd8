import { useMutation, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import { answerLabels, answerTexts } from "../../../shared/features/annotations/answer-texts.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { ExampleEvent } from "../../../shared/features/history/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { Badge, Button, ErrorNotice } from "../../ui/index.ts";

const SHOWN_CHARACTERS = 400;

function inWords(answer: AnswerValue | null, labels: readonly Label[]): string {
  if (answer === null) return t("history.event.noAnswer");
  const names = answerLabels(answer).map(
    (id) => labels.find(({ labelId }) => labelId === id)?.name ?? t("history.event.goneLabel"),
  );
  const text = [...names, answerTexts(answer)].filter(Boolean).join(", ");
  return text.slice(0, SHOWN_CHARACTERS) || t("history.event.otherAnswer");
}

function told({ what, split, fileName, by }: ExampleEvent): string {
  const partOf = (name: "train" | "validation" | "test" | null | undefined) =>
    name ? t(`common.split.${name}`) : t("examples.bulk.split.none");
  if (what === "imported") return t("history.event.imported", { file: fileName ?? "" });
  if (what === "split")
    return t("history.event.split", { before: partOf(split?.before), after: partOf(split?.after) });
  if (what === "answered") return t(`history.event.answered.${by}`);
  return t(`history.event.${what}`);
}

/** Everything that happened to one example, newest first; an earlier answer can be given again. */
export function ExampleTimeline(props: {
  exampleId: string;
  labels: readonly Label[];
  canChange: boolean;
}) {
  const { exampleId, labels } = props;
  const events = useQuery(orpc.history.ofExample.queryOptions({ input: { exampleId } }));
  const answer = useMutation(
    orpc.annotations.answer.mutationOptions({ onSuccess: () => refreshProject() }),
  );
  if (events.isError) return <ErrorNotice error={events.error} />;
  const list = events.data ?? [];
  return (
    <ol className="flex flex-col">
      {list.toReversed().map((event, at) => (
        // Events are only added in front; their number from the end stays.
        <li key={list.length - at} className="border-b border-line py-2 text-sm last:border-0">
          <p className={clsx("flex flex-wrap items-center gap-x-2", event.undone && "text-muted")}>
            <span className={clsx("font-medium", event.undone && "line-through")}>
              {told(event)}
            </span>
            {event.inForce ? <Badge tone="accent">{t("history.event.inForce")}</Badge> : null}
            {event.undone ? <Badge>{t("history.event.undone")}</Badge> : null}
          </p>
          <AnswerChange event={event} labels={labels} />
          <p className="flex items-center gap-2 text-xs text-muted">
            {formatDateTime(event.atMs)}
            {event.action && !SPEAKS_FOR_ITSELF.has(event.action) ? (
              <span className="truncate">{t(`history.action.${event.action}`)}</span>
            ) : null}
          </p>
          {props.canChange && event.what === "answered" && event.after && !event.inForce ? (
            <Button
              size="small"
              className="mt-1"
              disabled={answer.isPending}
              onClick={() => event.after && answer.mutate({ exampleId, value: event.after })}
            >
              {t("examples.detail.useAgain")}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** Actions that the sentence above them says already. */
const SPEAKS_FOR_ITSELF = new Set<ExampleEvent["action"]>(["answer", "skip", "clear", "flag"]);

function AnswerChange({ event, labels }: { event: ExampleEvent; labels: readonly Label[] }) {
  if (event.what !== "answered" && event.before === null) return null;
  if (!["answered", "skipped", "cleared"].includes(event.what)) return null;
  return (
    <p dir="auto" className="break-words whitespace-pre-wrap">
      {event.before ? (
        <>
          <span className="text-muted">{inWords(event.before, labels)}</span>
          <span aria-hidden className="px-1.5 text-muted">
            →
          </span>
        </>
      ) : null}
      {inWords(event.after, labels)}
    </p>
  );
}
