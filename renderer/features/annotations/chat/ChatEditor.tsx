import { clsx } from "clsx";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ChatTurn } from "../../../../shared/features/annotations/answer-value.ts";
import {
  pairTurns,
  type TurnPair,
} from "../../../../shared/features/annotations/chat/chat-changes.ts";
import type { ChatProblem } from "../../../../shared/features/annotations/chat/chat-problem.ts";
import { t } from "../../../client/text.ts";
import { MODIFIER_KEY } from "../../../platform/modifier-key.ts";
import type { MessageKey } from "../../../../shared/messages/translate.ts";
import { Badge, Button, Key, ScrollRegion } from "../../../ui/index.ts";
import { actionsByKey } from "../keys/desk-actions.ts";
import { deskCommandOf } from "../keys/desk-keys.ts";
import { type EditorProps, useEditorKeys } from "../keys/editor.ts";
import { useKeySettings } from "../keys/key-settings.ts";
import { ChatTurnView, type TurnActs } from "./ChatTurnView.tsx";
import { type ChatCommand, chatCommandOf } from "./chat-keys.ts";
import { useChatEditing } from "./use-chat-editing.ts";
import { useOriginalTurns } from "./use-original-turns.ts";

const NO_LABELS = new Map<string, string>();

/** A conversation of several turns, each of which can be rewritten, moved, weighed, added and removed. */
export function ChatEditor(props: EditorProps<"chat">) {
  const chat = useChatEditing(props);
  const { turns, at, editing, act, save } = chat;
  const [changesShown, setChangesShown] = useState(false);
  const original = useOriginalTurns(props.example);
  const pairs = useMemo(() => pairTurns(original, turns), [original, turns]);
  const isChanged = pairs.some(
    (pair) =>
      pair.before === null ||
      pair.after === null ||
      original[pair.before]?.content !== turns[pair.after]?.content,
  );
  const acts = useRef<TurnActs>({ act, save });
  useEffect(() => {
    acts.current = { act, save };
  });

  function run(command: ChatCommand): void {
    switch (command.kind) {
      case "walk":
        return chat.walkTo(at + command.by);
      case "first":
        return chat.walkTo(0);
      case "last":
        return chat.walkTo(turns.length - 1);
      case "changes":
        return setChangesShown(!changesShown);
      case "save":
        return save();
      default:
        return act(at, command);
    }
  }
  const chosenKeys = useKeySettings((state) => state.chosen);
  useEditorKeys((press) => {
    const asked = deskCommandOf(press, NO_LABELS, actionsByKey("chat", chosenKeys))?.kind;
    if (asked === "undo") return chat.undo();
    if (asked === "edit") run({ kind: "edit" });
    // Enter saves elsewhere; here it opens what is to be written. A letter that was given to the desk is the desk's.
    const isDesks = asked !== undefined && asked !== "accept";
    const command = isDesks ? null : chatCommandOf(press);
    if (command) run(command);
    return command !== null || asked === "edit";
  });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ScrollRegion
        aria-label={t("annotations.chat.turns")}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-auto px-4 py-3"
      >
        <ol className="flex max-w-[60rem] flex-col gap-1.5">
          {pairs.map((pair, place) => (
            <PairView
              // Turns have no identity but their place.
              key={pair.after ?? `gone ${place}`}
              pair={pair}
              turns={turns}
              original={original}
              current={pair.after === at}
              editing={pair.after === at && editing}
              changesShown={changesShown}
              acts={acts}
            />
          ))}
        </ol>
        {turns.length === 0 ? (
          <Button onClick={() => act(-1, { kind: "add" })}>{t("annotations.chat.addFirst")}</Button>
        ) : null}
      </ScrollRegion>
      <ChatHints problem={chat.problem?.what ?? null} editing={editing}>
        {isChanged ? (
          <ChangesToggle shown={changesShown} onToggle={() => setChangesShown(!changesShown)} />
        ) : null}
      </ChatHints>
    </div>
  );
}

function ChangesToggle(props: { shown: boolean; onToggle: () => void }) {
  return (
    <Button size="small" look="quiet" aria-pressed={props.shown} onClick={props.onToggle}>
      {t(props.shown ? "annotations.chat.hideChanges" : "annotations.chat.showChanges")}
      <span aria-hidden>
        <Key>D</Key>
      </span>
    </Button>
  );
}

interface PairViewProps {
  pair: TurnPair;
  turns: ChatTurn[];
  original: ChatTurn[];
  current: boolean;
  editing: boolean;
  changesShown: boolean;
  acts: React.RefObject<TurnActs>;
}

/** A turn beside what it was; one that was removed is shown only among the changes. */
function PairView({ pair, turns, original, ...rest }: PairViewProps) {
  const turn = pair.after === null ? undefined : turns[pair.after];
  const before = pair.before === null ? undefined : original[pair.before];
  if (turn && pair.after !== null)
    return (
      <ChatTurnView
        turn={turn}
        at={pair.after}
        turns={turns.length}
        original={before?.content ?? null}
        {...rest}
      />
    );
  if (!before || !rest.changesShown) return null;
  return (
    <li className="rounded-md border border-dashed border-line px-3 py-1.5 text-sm">
      <span className="flex items-center gap-1.5 pb-0.5 text-xs font-semibold text-muted">
        {t(`annotations.chat.role.${before.role}`)}
        <Badge tone="danger">{t("annotations.chat.gone")}</Badge>
      </span>
      <del dir="auto" className="line-clamp-3 break-words whitespace-pre-wrap text-danger">
        {before.content}
      </del>
    </li>
  );
}

const WALKING: [cap: string, does: MessageKey][] = [
  ["↑ ↓", "annotations.chat.keys.move"],
  ["E", "annotations.chat.keys.edit"],
  ["R", "annotations.chat.keys.role"],
  ["W", "annotations.chat.keys.weight"],
  ["A", "annotations.chat.keys.add"],
  ["Del", "annotations.chat.keys.remove"],
];
const WRITING: [cap: string, does: MessageKey][] = [["Esc", "annotations.chat.keys.done"]];

function ChatHints(props: {
  problem: ChatProblem["what"] | null;
  editing: boolean;
  children: React.ReactNode;
}) {
  const keys = [
    ...(props.editing ? WRITING : WALKING),
    [`${MODIFIER_KEY} ↵`, "annotations.chat.keys.save"] as const,
  ];
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1 text-xs text-muted">
      {keys.map(([cap, does]) => (
        <span key={does} className="flex items-center gap-1.5">
          <Key>{cap}</Key> {t(does)}
        </span>
      ))}
      <output className={clsx("min-w-0 flex-1 text-right", props.problem && "text-warning")}>
        {props.problem ? t(`annotations.hint.chat.${props.problem}`) : ""}
      </output>
      {props.children}
    </div>
  );
}
