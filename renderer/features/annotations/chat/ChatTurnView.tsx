import { clsx } from "clsx";
import { ArrowDown, ArrowUp, Check, Pencil, Plus, Trash2 } from "lucide-react";
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
} from "react";
import type { ChatTurn } from "../../../../shared/features/annotations/answer-value.ts";
import {
  CHAT_ROLES,
  type ChatRole,
  isLearnt,
} from "../../../../shared/features/annotations/chat/chat-draft.ts";
import { t } from "../../../client/text.ts";
import { Badge, Button } from "../../../ui/index.ts";
import { READING_TEXT } from "../reading/reading.ts";
import { ChangedText } from "../writing/ChangedText.tsx";
import type { TurnAct } from "./use-chat-editing.ts";

export interface TurnActs {
  act: (at: number, wanted: TurnAct) => void;
  save: () => void;
}

interface ChatTurnViewProps {
  turn: ChatTurn;
  at: number;
  turns: number;
  current: boolean;
  editing: boolean;
  /** What it said before; null for a turn that was added. */
  original: string | null;
  changesShown: boolean;
  acts: RefObject<TurnActs>;
}

const BAR: Record<ChatRole, string> = {
  system: "border-l-(--line-strong)",
  user: "border-l-(--line-strong)",
  assistant: "border-l-accent",
  tool: "border-l-(--line-strong) border-dashed",
};

/** One turn: who says what, and what can be done with it while it is the current one. */
export const ChatTurnView = memo(function ChatTurnView(props: ChatTurnViewProps) {
  const { turn, at, turns, current, editing, original, changesShown, acts } = props;
  const item = useRef<HTMLLIElement>(null);
  const act = (wanted: TurnAct) => acts.current.act(at, wanted);
  useLayoutEffect(() => {
    if (!current || editing || document.querySelector('[role="dialog"]')) return;
    item.current?.focus({ preventScroll: true });
    item.current?.scrollIntoView({ block: "nearest" });
  }, [current, editing]);
  const isNew = original === null;
  const isChanged = !isNew && original !== turn.content;
  const role = t(`annotations.chat.role.${turn.role}`);
  return (
    // The keys do the same, and are listened to for the whole desk.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={item}
      tabIndex={current ? 0 : -1}
      aria-label={t("annotations.chat.turn", { at: at + 1, turns, role })}
      aria-current={current}
      onPointerDown={(event) => {
        if (event.target instanceof Element && event.target.closest("button, select, textarea"))
          return;
        if (!current) act({ kind: "go" });
      }}
      onDoubleClick={() => act({ kind: "edit" })}
      className={clsx(
        "flex scroll-my-2 flex-col gap-1 rounded-md border border-l-4 px-3 py-1.5 -outline-offset-2! [contain-intrinsic-height:auto_4rem]",
        BAR[turn.role],
        current
          ? "border-y-(--line-strong) border-r-(--line-strong) bg-surface"
          : "border-y-transparent border-r-transparent bg-sunken",
      )}
    >
      <div className="flex min-h-7 flex-wrap items-center gap-1.5 text-xs">
        <RoleChoice turn={turn} current={current} act={act} />
        {isNew ? <Badge tone="success">{t("annotations.chat.new")}</Badge> : null}
        {isChanged ? <Badge tone="warning">{t("annotations.chat.changed")}</Badge> : null}
        {turn.role === "assistant" && !isLearnt(turn) && !current ? (
          <Badge>{t("annotations.chat.notLearnt")}</Badge>
        ) : null}
        <span className="flex-1" />
        {current ? (
          <TurnTools turn={turn} at={at} turns={turns} editing={editing} act={act} />
        ) : null}
      </div>
      {editing ? (
        <TurnField turn={turn} at={at} acts={acts} />
      ) : (
        <p
          dir="auto"
          className={clsx(
            `${READING_TEXT} max-w-(--reading-width) break-words whitespace-pre-wrap [--reading-size:0.9375rem]`,
            turn.role === "tool" && "font-mono text-sm!",
          )}
        >
          {changesShown && isChanged ? (
            <ChangedText before={original} after={turn.content} uncompared="after" />
          ) : turn.content.trim() === "" ? (
            <span className="text-muted italic">{t("annotations.chat.empty")}</span>
          ) : (
            turn.content
          )}
        </p>
      )}
    </li>
  );
});

function RoleChoice(props: { turn: ChatTurn; current: boolean; act: (wanted: TurnAct) => void }) {
  const { turn, current, act } = props;
  if (!current)
    return (
      <span className="font-semibold text-muted">{t(`annotations.chat.role.${turn.role}`)}</span>
    );
  return (
    <select
      aria-label={t("annotations.chat.role")}
      value={turn.role}
      onChange={(event) => act({ kind: "setRole", role: event.target.value as ChatRole })}
      className="h-6 rounded border border-line-strong bg-surface px-1 font-semibold"
    >
      {CHAT_ROLES.map((role) => (
        <option key={role} value={role}>
          {t(`annotations.chat.role.${role}`)}
        </option>
      ))}
    </select>
  );
}

function TurnTools(props: {
  turn: ChatTurn;
  at: number;
  turns: number;
  editing: boolean;
  act: (wanted: TurnAct) => void;
}) {
  const { turn, at, turns, editing, act } = props;
  return (
    <>
      {turn.role === "assistant" ? (
        <Button
          size="small"
          look="quiet"
          aria-pressed={isLearnt(turn)}
          onClick={() => act({ kind: "weight" })}
        >
          <span
            aria-hidden
            className={clsx(
              "flex size-3.5 items-center justify-center rounded-sm border",
              isLearnt(turn) ? "border-accent bg-accent text-accent-ink" : "border-line-strong",
            )}
          >
            {isLearnt(turn) ? <Check className="size-3" /> : null}
          </span>
          {t("annotations.chat.learn")}
        </Button>
      ) : null}
      <Button size="small" look="quiet" onClick={() => act({ kind: editing ? "leave" : "edit" })}>
        {editing ? (
          <Check aria-hidden className="size-3.5" />
        ) : (
          <Pencil aria-hidden className="size-3.5" />
        )}
        {t(editing ? "annotations.chat.done" : "annotations.chat.edit")}
      </Button>
      <Tool
        name={t("annotations.chat.up")}
        disabled={at === 0}
        onClick={() => act({ kind: "move", by: -1 })}
      >
        <ArrowUp aria-hidden className="size-3.5" />
      </Tool>
      <Tool
        name={t("annotations.chat.down")}
        disabled={at === turns - 1}
        onClick={() => act({ kind: "move", by: 1 })}
      >
        <ArrowDown aria-hidden className="size-3.5" />
      </Tool>
      <Tool name={t("annotations.chat.add")} onClick={() => act({ kind: "add" })}>
        <Plus aria-hidden className="size-3.5" />
      </Tool>
      <Tool name={t("annotations.chat.remove")} onClick={() => act({ kind: "remove" })}>
        <Trash2 aria-hidden className="size-3.5" />
      </Tool>
    </>
  );
}

function Tool(props: {
  name: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={props.name}
      title={props.name}
      disabled={props.disabled}
      onClick={props.onClick}
      className="flex size-6 items-center justify-center rounded text-muted hover:bg-hover disabled:opacity-40"
    >
      {props.children}
    </button>
  );
}

function TurnField({ turn, at, acts }: Pick<ChatTurnViewProps, "turn" | "at" | "acts">) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Before anything can be typed: the next letter is meant for the field.
  useLayoutEffect(() => {
    const box = field.current;
    box?.focus({ preventScroll: true });
    box?.setSelectionRange(box.value.length, box.value.length);
    box?.scrollIntoView({ block: "nearest" });
  }, []);
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (event.key === "Escape") acts.current.act(at, { kind: "leave" });
    else if (isSave && !event.repeat) acts.current.save();
    else if (!isSave) return;
    event.preventDefault();
  }
  return (
    <textarea
      ref={field}
      dir="auto"
      spellCheck
      aria-label={t("annotations.chat.content", { at: at + 1 })}
      placeholder={t(
        turn.role === "assistant"
          ? "annotations.chat.placeholder.assistant"
          : "annotations.chat.placeholder.other",
      )}
      value={turn.content}
      onChange={(event) => acts.current.act(at, { kind: "write", content: event.target.value })}
      onKeyDown={onKeyDown}
      className={`${READING_TEXT} field-sizing-content max-h-[40vh] min-h-16 w-full max-w-(--reading-width) resize-none rounded-md border border-line-strong bg-surface px-2 py-1.5 [--reading-size:0.9375rem] placeholder:text-muted`}
    />
  );
}
