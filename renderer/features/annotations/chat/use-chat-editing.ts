import { useMemo, useState } from "react";
import {
  addBelow,
  beginChat,
  moveTurn,
  nextRole,
  removeTurn,
  setContent,
  setRole,
  toggleWeight,
} from "../../../../shared/features/annotations/chat/chat-draft.ts";
import { chatProblem } from "../../../../shared/features/annotations/chat/chat-problem.ts";
import type { ChatTurn } from "../../../../shared/features/annotations/answer-value.ts";
import { isReadOnly } from "../../../client/read-only.ts";
import { useDraftHistory } from "../drafts/draft-history.ts";
import type { EditorProps } from "../keys/editor.ts";
import type { TurnCommand } from "./chat-keys.ts";

/** The acts on one turn, by keys and by mouse alike. */
export type TurnAct =
  | TurnCommand
  | { kind: "go" | "leave" }
  | { kind: "setRole"; role: ChatTurn["role"] }
  | { kind: "write"; content: string };

/** Where the work begins: in the reply that is missing, else at the last turn. */
function beginning(turns: readonly ChatTurn[]) {
  const at = Math.max(0, turns.length - 1);
  const last = turns[at];
  return { at, editing: last?.role === "assistant" && last.content === "" && !isReadOnly() };
}

/** Everything that can be done with the turns of one example. */
export function useChatEditing({ example, value, onChange, onSave }: EditorProps<"chat">) {
  const turns = useMemo(() => beginChat(example, value), [example, value]);
  const history = useDraftHistory(turns, (next) => onChange({ kind: "chat", turns: next }));
  const [where, setWhere] = useState(() => beginning(turns));
  const at = Math.min(where.at, Math.max(0, turns.length - 1));

  function act(place: number, wanted: TurnAct): void {
    const turn = turns[place];
    switch (wanted.kind) {
      case "go":
        return setWhere({ at: place, editing: false });
      case "leave":
        return setWhere({ at: place, editing: false });
      case "edit":
        return setWhere({ at: place, editing: !isReadOnly() });
      case "write":
        return history.type(setContent(turns, place, wanted.content), performance.now());
      case "setRole":
        return history.change(setRole(turns, place, wanted.role));
      case "role":
        return turn && history.change(setRole(turns, place, nextRole(turn.role)));
      case "weight":
        return turn?.role === "assistant" ? history.change(toggleWeight(turns, place)) : undefined;
      case "add":
        history.change(addBelow(turns, place));
        return setWhere({ at: Math.min(place + 1, turns.length), editing: !isReadOnly() });
      case "remove":
        if (turn) history.change(removeTurn(turns, place));
        return setWhere({ at: Math.max(0, Math.min(place, turns.length - 2)), editing: false });
      case "move":
        if (!turns[place + wanted.by]) return;
        history.change(moveTurn(turns, place, wanted.by));
        return setWhere({ at: place + wanted.by, editing: false });
    }
  }
  /** What cannot be saved yet is shown; what can is saved, even where nothing was changed. */
  function save(): void {
    const problem = chatProblem(turns);
    if (problem?.at !== null && problem) setWhere({ at: problem.at, editing: !isReadOnly() });
    onSave();
  }
  return {
    turns,
    at,
    editing: where.editing,
    problem: chatProblem(turns),
    act,
    save,
    undo: () => history.undo(),
    walkTo: (place: number) =>
      setWhere({ at: Math.max(0, Math.min(turns.length - 1, place)), editing: false }),
  };
}
