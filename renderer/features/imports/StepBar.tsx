import { clsx } from "clsx";
import { Check, ChevronRight } from "lucide-react";
import { t } from "../../client/text.ts";
import { type Standing, WIZARD_STEPS, type WizardStep } from "./wizard-steps.ts";

/** Where a file stands on its way into the project, and the way back to each step behind it. */
export function StepBar(props: { standing: Standing; onStep?: (step: WizardStep) => void }) {
  const { now, open } = props.standing;
  const reached = WIZARD_STEPS.indexOf(now[0] ?? "source");
  return (
    <ol
      aria-label={t("imports.steps")}
      className="-my-1 -ml-1.5 flex flex-wrap items-center gap-y-1 text-sm text-muted"
    >
      {WIZARD_STEPS.map((step, index) => {
        const isNow = now.includes(step);
        const mark = (
          <Mark number={index + 1} isNow={isNow} isDone={!isNow && index < reached} step={step} />
        );
        return (
          <li key={step} aria-current={isNow ? "step" : undefined} className="flex items-center">
            {index > 0 ? <ChevronRight aria-hidden className="mx-1 size-3.5" /> : null}
            {open.includes(step) && !isNow && props.onStep ? (
              <button
                type="button"
                onClick={() => props.onStep?.(step)}
                className="rounded-md hover:bg-hover hover:text-ink"
              >
                {mark}
              </button>
            ) : (
              mark
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Mark(props: { number: number; isNow: boolean; isDone: boolean; step: WizardStep }) {
  return (
    <span
      className={clsx(
        "flex items-center gap-1.5 px-1.5 py-1",
        props.isNow && "font-semibold text-ink",
      )}
    >
      <span
        aria-hidden
        className={clsx(
          "flex size-4.5 items-center justify-center rounded-full border text-[0.6875rem] leading-none font-medium",
          props.isNow
            ? "border-transparent bg-accent text-accent-ink"
            : props.isDone
              ? "border-accent text-accent"
              : "border-line-strong",
        )}
      >
        {props.isDone ? <Check className="size-3" /> : props.number}
      </span>
      {t(`imports.step.${props.step}`)}
      {props.isDone ? <span className="sr-only">{t("common.stepState.done")}</span> : null}
    </span>
  );
}
