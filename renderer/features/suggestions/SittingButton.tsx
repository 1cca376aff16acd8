import { Clock } from "lucide-react";
import { Popover } from "radix-ui";
import { useEffect, useState } from "react";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button } from "../../ui/index.ts";
import { useDesk } from "../annotations/index.ts";
import { SittingSummary } from "./SittingSummary.tsx";
import {
  beginSitting,
  endSitting,
  leftMs,
  type RunningSitting,
  SITTING_MINUTES,
  useSitting,
} from "./sitting.ts";

const LOOK_EVERY_MS = 1000;

/** “I have a few minutes”: the examples that bring most for the time, a quiet clock, and what it brought. */
export function SittingButton() {
  const { running, ended } = useSitting();
  return (
    <>
      {running ? <RunningClock sitting={running} /> : <Start />}
      {ended ? <SittingSummary sitting={ended} /> : null}
    </>
  );
}

function Start() {
  const [open, setOpen] = useState(false);
  function begin(minutes: number) {
    setOpen(false);
    beginSitting(minutes);
    goTo({ step: "label", queue: "unlabelled", order: "quick" });
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button>
          <Clock aria-hidden className="size-4" />
          {t("suggestions.sitting.open")}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t("suggestions.sitting.open")}
          align="end"
          sideOffset={6}
          className="z-50 flex w-80 flex-col gap-3 rounded-lg border border-line bg-surface p-4 text-sm shadow-lg"
        >
          <p>{t("suggestions.sitting.text")}</p>
          <div className="grid grid-cols-3 gap-2">
            {SITTING_MINUTES.map((minutes) => (
              <Button key={minutes} onClick={() => begin(minutes)}>
                {t("suggestions.sitting.minutes", { minutes })}
              </Button>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Minutes only: a clock that ticks hurries. When the time is up, the example at hand is finished first. */
function RunningClock({ sitting }: { sitting: RunningSitting }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  const visit = useDesk((state) => state.visit);
  const [upAtVisit, setUpAtVisit] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const left = leftMs(sitting, nowMs);
  const isUp = left === 0;
  if (isUp && upAtVisit === null) setUpAtVisit(visit);
  const isFinished = upAtVisit !== null && visit !== upAtVisit;
  useEffect(() => {
    if (isFinished) endSitting();
  }, [isFinished]);
  return (
    <span className="flex items-center gap-1.5 text-sm text-muted">
      <Clock aria-hidden className="size-4" />
      <span role={isUp ? "status" : undefined}>
        {isUp
          ? t("suggestions.sitting.up")
          : t("suggestions.sitting.left", { minutes: Math.ceil(left / 60_000) })}
      </span>
      <Button size="small" onClick={endSitting}>
        {t("suggestions.sitting.finish")}
      </Button>
    </span>
  );
}
