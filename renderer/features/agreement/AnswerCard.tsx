import { clsx } from "clsx";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../../client/text.ts";
import { Key, ScrollRegion } from "../../ui/index.ts";

/** One person's answer; the heading chooses it, the answer beneath can be read and selected. */
export function AnswerCard(props: {
  name: string;
  keyCap: string | null;
  chosen: boolean;
  disabled?: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  const { name, chosen } = props;
  return (
    <section
      aria-label={name}
      className={clsx(
        "flex min-h-0 min-w-0 flex-col overflow-hidden rounded-lg border bg-surface",
        chosen ? "border-accent ring-1 ring-accent" : "border-line",
      )}
    >
      <button
        type="button"
        aria-pressed={chosen}
        disabled={props.disabled}
        onClick={props.onChoose}
        className={clsx(
          "flex min-h-10 w-full items-center gap-2 border-b border-line px-3 text-left font-semibold -outline-offset-2!",
          chosen ? "bg-accent-soft" : "enabled:hover:bg-hover",
        )}
      >
        {props.keyCap === null ? null : (
          <span aria-hidden>
            <Key>{props.keyCap}</Key>
          </span>
        )}
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {chosen ? <Check aria-hidden className="size-4 shrink-0 text-accent" /> : null}
      </button>
      <ScrollRegion
        aria-label={t("agreement.answerOf", { name })}
        className="min-h-0 flex-1 overflow-auto px-3 py-3"
      >
        {props.children}
      </ScrollRegion>
    </section>
  );
}
