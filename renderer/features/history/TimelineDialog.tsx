import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TimelineEntry } from "../../../shared/features/history/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { undo } from "../../client/undo.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Dialog, ErrorNotice, ScrollRegion, TextField } from "../../ui/index.ts";
import { tellChanged } from "../../client/tell-changed.ts";
import { dayInput, dayStart, startOfDay } from "../../client/days.ts";
import { TimelineRow } from "./TimelineRow.tsx";

type Period = "today" | "yesterday" | "week" | "since";
const PERIODS: Period[] = ["today", "yesterday", "week", "since"];

function boundsOf(period: Period, sinceMs: number) {
  const nowMs = Date.now();
  if (period === "yesterday") return { fromMs: startOfDay(nowMs, 1), beforeMs: startOfDay(nowMs) };
  if (period === "week") return { fromMs: startOfDay(nowMs, 6) };
  return { fromMs: period === "today" ? startOfDay(nowMs) : sinceMs };
}

/** What changed in a period, step by step in plain words; each step opens its examples and can be taken back. */
export function TimelineDialog(props: { onClose: () => void }) {
  const [period, setPeriod] = useState<Period>("today");
  const [sinceMs, setSinceMs] = useState(() => startOfDay(Date.now(), 29));
  const timeline = useQuery({
    ...orpc.history.timeline.queryOptions({ input: boundsOf(period, sinceMs) }),
    staleTime: 0,
  });
  const takeBack = useMutation(
    orpc.history.takeBackEarlier.mutationOptions({
      onSuccess: async ({ changed }) => {
        if (changed === null) props.onClose();
        else tellChanged(changed);
        await refreshProject();
      },
    }),
  );
  function onTakeBack({ isLatest, fromStepId, toStepId }: TimelineEntry) {
    if (isLatest) void undo();
    else if (fromStepId && toStepId) takeBack.mutate({ fromStepId, toStepId });
  }
  function onShow({ importId, fromStepId, toStepId }: TimelineEntry) {
    props.onClose();
    const filter = importId
      ? { importId }
      : { changedFromStepId: fromStepId ?? "", changedToStepId: toStepId ?? "" };
    goTo({ step: "examples", filter });
  }
  const entries = timeline.data?.entries ?? [];
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      width="wide"
      title={t("history.title")}
      description={t("history.lead")}
    >
      <PeriodChoice period={period} sinceMs={sinceMs} onPeriod={setPeriod} onSince={setSinceMs} />
      {timeline.isError ? <ErrorNotice error={timeline.error} /> : null}
      {timeline.isSuccess && entries.length === 0 ? (
        <p className="py-6 text-center text-muted">{t("history.nothing")}</p>
      ) : null}
      <ScrollRegion aria-label={t("history.title")} className="-mx-1 h-[56vh] overflow-auto px-1">
        <ol>
          {entries.map((entry) => (
            <TimelineRow
              key={entry.fromStepId ?? entry.importId}
              entry={entry}
              showsDay={period === "week" || period === "since"}
              busy={takeBack.isPending}
              onShow={onShow}
              onTakeBack={onTakeBack}
            />
          ))}
        </ol>
        {timeline.data?.hasMore ? (
          <p className="py-2 text-sm text-muted">{t("history.more")}</p>
        ) : null}
      </ScrollRegion>
    </Dialog>
  );
}

function PeriodChoice(props: {
  period: Period;
  sinceMs: number;
  onPeriod: (period: Period) => void;
  onSince: (atMs: number) => void;
}) {
  return (
    <div className="flex items-end gap-3 pb-3">
      <fieldset aria-label={t("history.period")} className="flex rounded-md border border-line">
        {PERIODS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={props.period === name}
            onClick={() => props.onPeriod(name)}
            className="h-8 border-r border-line px-3 text-sm -outline-offset-2! first:rounded-l-md last:rounded-r-md last:border-0 hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
          >
            {t(`history.period.${name}`)}
          </button>
        ))}
      </fieldset>
      {props.period === "since" ? (
        <TextField
          type="date"
          label={t("history.since")}
          value={dayInput(props.sinceMs)}
          onChange={({ target }) => props.onSince(dayStart(target.value) ?? props.sinceMs)}
        />
      ) : null}
    </div>
  );
}
