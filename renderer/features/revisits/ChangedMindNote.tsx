import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDay, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Button, Notice } from "../../ui/index.ts";
import { AnswerChips } from "../similar/index.ts";

/** After an example was answered once more and differently: what was said before, and the way back to it. */
export function ChangedMindNote({ labels }: { labels: readonly Label[] }) {
  const [dismissed, setDismissed] = useState<string | null>(null);
  const told = useQuery(orpc.revisits.changedMind.queryOptions()).data;
  const goBack = useMutation(
    orpc.annotations.answer.mutationOptions({
      onSuccess: async () => {
        setDismissed(told?.annotationId ?? null);
        showToast({ tone: "info", topic: "revisit", title: t("revisits.wentBack") });
        await refreshProject();
      },
    }),
  );
  if (!told || told.annotationId === dismissed) return null;
  const { exampleId, excerpt, first, firstAtMs, second, annotationId } = told;
  return (
    <Notice
      role="status"
      title={
        <span className="line-clamp-1">{t("revisits.changedMind.title", { text: excerpt })}</span>
      }
      action={
        <span className="flex shrink-0 gap-2">
          <Button size="small" onClick={() => setDismissed(annotationId)}>
            {t("revisits.keepNew")}
          </Button>
          <Button
            writes
            size="small"
            look="quiet"
            disabled={goBack.isPending}
            onClick={() => goBack.mutate({ exampleId, value: first })}
          >
            {t("revisits.backTo")}
          </Button>
        </span>
      }
    >
      <span className="inline-flex flex-wrap items-center gap-1.5">
        {t("revisits.changedMind", { day: formatDay(firstAtMs) })}
        <AnswerChips value={first} labels={labels} />
        {t("revisits.changedMind.now")}
        <AnswerChips value={second} labels={labels} />
      </span>
    </Notice>
  );
}
