import { clsx } from "clsx";
import { Check } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { countResponses } from "../../../../shared/features/annotations/answer-value.ts";
import { t } from "../../../client/text.ts";
import { Key } from "../../../ui/index.ts";
import { useDesk } from "../queue/desk.ts";
import { takenKeys } from "../keys/desk-keys.ts";
import type { EditorProps } from "../keys/editor.ts";
import { useKeyCap } from "../keys/key-settings.ts";
import { joinReasons } from "./reason-list.ts";
import { noteReason, useReasons } from "./reasons.ts";
import { sayHint } from "../view.ts";

export const REASON_FIELD_ID = "desk-reason";

const LONGEST_REASON = 200;

/** Why it is better, in reasons that are ready or in own words; typing narrows them down, Enter takes one. */
export function ReasonPicker({ example, value, onChange, onSave }: EditorProps<"rank">) {
  const projectId = useDesk((state) => state.assignment?.projectId ?? "");
  const [query, setQuery] = useState("");
  /** None is marked until something is typed or an arrow pressed: Enter then saves. */
  const [active, setActive] = useState(-1);
  const chosen = value?.reasons ?? [];
  const known = joinReasons([...chosen, ...useReasons()], []);
  const words = query.trim().toLocaleLowerCase();
  const found = known.filter((reason) => reason.toLocaleLowerCase().includes(words));
  const listId = useId();
  const responses = countResponses(example.payload);
  const cap = useKeyCap("reasons", takenKeys("rank", [], responses));

  function toggle(reason: string) {
    if (!value) return sayHint("first.rank");
    const isChosen = chosen.includes(reason);
    if (!isChosen) noteReason(projectId, reason);
    const reasons = isChosen ? chosen.filter((other) => other !== reason) : [...chosen, reason];
    onChange({ ...value, reasons });
    setQuery("");
    setActive(-1);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((at) => Math.min(found.length - 1, Math.max(-1, at + step)));
    } else if (event.key === "Escape") event.currentTarget.blur();
    else if (event.key === "Backspace" && query === "" && chosen.length > 0)
      toggle(chosen.at(-1) ?? "");
    else if (event.key === "Enter" && !event.repeat) {
      event.preventDefault();
      const reason = found[active] ?? query.trim();
      if (event.ctrlKey || event.metaKey || (words === "" && active < 0)) onSave();
      else if (reason !== "") toggle(reason);
    }
  }
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2">
      <label htmlFor={REASON_FIELD_ID} className="flex items-center gap-1.5 text-sm font-medium">
        {t("annotations.rank.why")}
        <span aria-hidden>
          <Key>{cap}</Key>
        </span>
      </label>
      <input
        id={REASON_FIELD_ID}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        placeholder={t("annotations.rank.whyPlaceholder")}
        maxLength={LONGEST_REASON}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(event.target.value.trim() === "" ? -1 : 0);
        }}
        onKeyDown={onKeyDown}
        className="peer h-7 w-64 rounded-md border border-line-strong bg-surface px-2 text-sm placeholder:text-muted"
      />
      <ReasonList id={listId} found={found} chosen={chosen} active={active} onToggle={toggle} />
    </div>
  );
}

function ReasonList(props: {
  id: string;
  found: string[];
  chosen: string[];
  active: number;
  onToggle: (reason: string) => void;
}) {
  const { id, found } = props;
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> takes no words of one's own
      role="listbox"
      aria-multiselectable
      aria-label={t("annotations.rank.why")}
      className="flex max-h-16 min-w-0 flex-1 basis-80 flex-wrap gap-1.5 overflow-hidden p-0.5 peer-focus:[--active:var(--accent)]"
    >
      {found.map((reason, at) => (
        <Reason
          key={reason}
          id={`${id}-${at}`}
          reason={reason}
          chosen={props.chosen.includes(reason)}
          active={at === props.active}
          onToggle={() => props.onToggle(reason)}
        />
      ))}
      {found.length === 0 ? (
        <p className="text-sm text-muted">{t("annotations.rank.ownReason")}</p>
      ) : null}
    </div>
  );
}

function Reason(props: {
  id: string;
  reason: string;
  chosen: boolean;
  active: boolean;
  onToggle: () => void;
}) {
  return (
    // The text box keeps the focus and the keys; the pointer is the other way to choose.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <span
      id={props.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as for the list
      role="option"
      tabIndex={-1}
      aria-selected={props.chosen}
      onClick={props.onToggle}
      className={clsx(
        "inline-flex h-6 max-w-60 items-center gap-1 rounded-full border px-2.5 text-xs",
        props.chosen
          ? "border-accent bg-accent-soft font-semibold text-accent"
          : "border-line hover:bg-hover",
        props.active && "outline-2 outline-(--active,transparent)",
      )}
    >
      {props.chosen ? <Check aria-hidden className="size-3" strokeWidth={3} /> : null}
      <span dir="auto" className="truncate">
        {props.reason}
      </span>
    </span>
  );
}
