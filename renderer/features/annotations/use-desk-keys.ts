import { useEffect } from "react";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { LABELLED_TASK_TYPES } from "../../../shared/features/projects/task-type.ts";
import { isReadOnly } from "../../client/read-only.ts";
import { undo } from "../../client/undo.ts";
import { isTyping } from "../../ui/is-typing.ts";
import { accept, chooseLabel, decide } from "./decisions.ts";
import { type DeskCommand, deskCommandOf } from "./desk-keys.ts";
import { desk } from "./desk.ts";
import { offerToEditor } from "./editor.ts";
import { openFinder, openGuideline, sayHint } from "./view.ts";

export const RESPONSE_FIELD_ID = "desk-response";

const isDialogOpen = () => document.querySelector('[role="dialog"]') !== null;
/** These answer to Enter and Space themselves; what is ticked with Space leaves Enter to the desk. */
const isControl = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("button:not([role=checkbox], [role=radio]), a, summary, select") !== null;
const isTicked = (target: EventTarget | null) =>
  target instanceof Element && target.closest("[role=checkbox], [role=radio]") !== null;

/** A focused button, link or box does on these keys what it always does. */
const isOwnKey = ({ key, target }: KeyboardEvent) =>
  (key === "Enter" && isControl(target)) ||
  (key === " " && (isControl(target) || isTicked(target)));

const WRITING = new Set<DeskCommand["kind"]>(["label", "accept", "skip", "flag", "undo", "edit"]);

function run(command: DeskCommand, taskType: Definition["taskType"], guidelineOpen: boolean): void {
  sayHint(null);
  if (isReadOnly() && WRITING.has(command.kind)) return sayHint("readOnly");
  switch (command.kind) {
    case "label":
      return void chooseLabel(command.labelId, taskType);
    case "accept":
      return void accept(taskType);
    case "skip":
      return void decide({ kind: "skip" });
    case "flag":
      return void desk.toggleFlag();
    case "back":
      return desk.back();
    case "forward":
      return desk.forward();
    case "find":
      return openFinder(LABELLED_TASK_TYPES.includes(taskType));
    case "guideline":
      return openGuideline(!guidelineOpen);
    case "undo":
      return void undo();
    case "edit":
      return document.getElementById(RESPONSE_FIELD_ID)?.focus();
  }
}

/** The labelling keys, silent while the person types, a dialog is open or a key is held down. */
export function useDeskKeys(definition: Definition | undefined, guidelineOpen: boolean): void {
  useEffect(() => {
    if (!definition) return;
    const { taskType, labels } = definition;
    const labelIdByKey = new Map(
      LABELLED_TASK_TYPES.includes(taskType)
        ? labels.flatMap((label) => (label.key ? [[label.key, label.labelId] as const] : []))
        : [],
    );
    function onKey(event: KeyboardEvent) {
      // A held Enter would press a focused button again and again.
      if (event.repeat && event.key === "Enter" && isControl(event.target)) event.preventDefault();
      if (event.defaultPrevented || event.isComposing) return;
      if (isTyping(event.target) || isDialogOpen()) return;
      if (isOwnKey(event)) return;
      if (offerToEditor(event)) return event.preventDefault();
      const command = deskCommandOf(event, labelIdByKey);
      if (!command) return;
      event.preventDefault();
      run(command, taskType, guidelineOpen);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [definition, guidelineOpen]);
}
