import { AArrowDown, AArrowUp } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useId } from "react";
import { clsx } from "clsx";
import { formatPercent, t } from "../../../client/text.ts";
import { Button } from "../../../ui/index.ts";
import {
  changeReading,
  LARGEST_PERCENT,
  type Reading,
  SMALLEST_PERCENT,
  SPACINGS,
  USUAL_READING,
  useReading,
  WIDTHS,
} from "./reading.ts";

const STEP_PERCENT = 10;

/** How the texts on the desk are set: bigger, narrower, with more air. */
export function ReadingMenu() {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button aria-label={t("annotations.reading")} title={t("annotations.reading")}>
          <span aria-hidden className="text-[0.9375rem]">
            Aa
          </span>
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t("annotations.reading")}
          align="end"
          sideOffset={6}
          className="z-50 flex w-80 flex-col gap-3 rounded-lg border border-line bg-surface p-4 text-sm shadow-lg"
        >
          <SizeRow />
          <ChoiceRow field="width" options={WIDTHS} />
          <ChoiceRow field="lines" options={SPACINGS} />
          <ChoiceRow field="letters" options={SPACINGS} />
          <ChoiceRow field="words" options={SPACINGS} />
          <Button look="quiet" className="self-end" onClick={() => changeReading(USUAL_READING)}>
            {t("annotations.reading.reset")}
          </Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Row(props: { label: string; children: (labelId: string) => ReactNode }) {
  const labelId = useId();
  return (
    <div className="flex items-center justify-between gap-3">
      <span id={labelId}>{props.label}</span>
      {props.children(labelId)}
    </div>
  );
}

function SizeRow() {
  const percent = useReading((state) => state.sizePercent);
  const resize = (by: number) => () => changeReading({ sizePercent: percent + by });
  return (
    <Row label={t("annotations.reading.size")}>
      {(labelId) => (
        <div role="group" aria-labelledby={labelId} className="flex items-center gap-1.5">
          <Button
            aria-label={t("annotations.reading.smaller")}
            disabled={percent <= SMALLEST_PERCENT}
            onClick={resize(-STEP_PERCENT)}
          >
            <AArrowDown aria-hidden className="size-4" />
          </Button>
          <output className="w-14 text-center tabular-nums">{formatWhole(percent)}</output>
          <Button
            aria-label={t("annotations.reading.bigger")}
            disabled={percent >= LARGEST_PERCENT}
            onClick={resize(STEP_PERCENT)}
          >
            <AArrowUp aria-hidden className="size-4" />
          </Button>
        </div>
      )}
    </Row>
  );
}

const formatWhole = (percent: number): string =>
  formatPercent(percent / 100).replace(/[.,]0(?=\D*$)/, "");

type ChoiceField = "width" | "lines" | "letters" | "words";

function ChoiceRow<Field extends ChoiceField>(props: {
  field: Field;
  options: readonly Reading[Field][];
}) {
  const { field, options } = props;
  const present = useReading((state) => state[field]);
  return (
    <Row label={t(`annotations.reading.${field}`)}>
      {(labelId) => (
        <div
          role="group"
          aria-labelledby={labelId}
          className="flex rounded-md border border-line bg-sunken p-0.5"
        >
          {options.map((option) => (
            <button
              key={option}
              type="button"
              aria-pressed={option === present}
              onClick={() => changeReading({ [field]: option })}
              className={clsx(
                "h-6 rounded px-2 text-xs",
                option === present ? "bg-surface font-semibold shadow-sm" : "text-muted",
              )}
            >
              {t(`annotations.reading.${option}`)}
            </button>
          ))}
        </div>
      )}
    </Row>
  );
}
