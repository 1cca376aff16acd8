import { useEffect } from "react";
import type { Definition } from "../../../../shared/features/definitions/contract.ts";
import {
  LABELLED_TASK_TYPES,
  type TaskType,
} from "../../../../shared/features/projects/task-type.ts";
import { isReadOnly } from "../../../client/read-only.ts";
import { undo } from "../../../client/undo.ts";
import { isTyping } from "../../../ui/is-typing.ts";
import { accept, answerNone, chooseLabel, decide, judge, takeLastTag } from "../queue/decisions.ts";
import { actionsByKey, specOf } from "./desk-actions.ts";
import { type DeskCommand, deskCommandOf } from "./desk-keys.ts";
import { desk } from "../queue/desk.ts";
import { offerToEditor } from "./editor.ts";
import { useKeySettings } from "./key-settings.ts";
import { scrollText } from "../reading/reading-place.ts";
import { lookForSimilar, makeRule } from "../related.ts";
import { REASON_FIELD_ID } from "../ranking/ReasonPicker.tsx";
import { takeOffer } from "../queue/suggested.ts";
import { openFinder, openGuideline, sayHint, showDifferences, useDeskView } from "../view.ts";

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

function run(command: DeskCommand, taskType: TaskType, guidelineOpen: boolean): void {
  sayHint(null);
  const writes = command.kind === "label" || specOf(command.kind).writes;
  if (isReadOnly() && writes) return sayHint("readOnly");
  switch (command.kind) {
    case "label":
      return void chooseLabel(command.labelId, taskType);
    case "accept":
      return void accept(taskType);
    case "suggestion":
      return takeOffer();
    case "none":
      return answerNone();
    case "takeLast":
      return takeLastTag();
    case "tie":
    case "bothBad":
      return judge(command.kind);
    case "differences":
      return showDifferences(!useDeskView.getState().differencesShown);
    case "reasons":
      return document.getElementById(REASON_FIELD_ID)?.focus();
    case "skip":
      return void decide({ kind: "skip" });
    case "flag":
      return void desk.toggleFlag();
    case "back":
      return desk.back();
    case "forward":
      return desk.forward();
    case "find":
      return openFinder(true);
    case "guideline":
      return openGuideline(!guidelineOpen);
    case "similar":
      return lookForSimilar();
    case "rule":
      return makeRule(taskType);
    case "undo":
      return void undo();
    case "edit":
      return document.getElementById(RESPONSE_FIELD_ID)?.focus();
  }
}

/** Page keys and Space read on, from wherever the focus is, unless it is in another part that scrolls. */
function readOn(press: KeyboardEvent): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey) return false;
  const { target } = press;
  const part = target instanceof Element ? target.closest("section[tabindex='0']") : null;
  if (part && !part.matches("[data-desk-text]")) return false;
  if (press.key === "PageDown" || (press.key === " " && !press.shiftKey)) return scrollText(1);
  if (press.key === "PageUp" || press.key === " ") return scrollText(-1);
  return false;
}

/** The labelling keys, silent while the person types, a dialog is open or a key is held down. */
export function useDeskKeys(definition: Definition | undefined, guidelineOpen: boolean): void {
  const chosen = useKeySettings((state) => state.chosen);
  useEffect(() => {
    if (!definition) return;
    const { taskType, labels } = definition;
    const hasKeys = LABELLED_TASK_TYPES.includes(taskType);
    const labelIdByKey = new Map(
      labels.flatMap(({ key, labelId }) => (hasKeys && key ? [[key, labelId] as const] : [])),
    );
    const actionByKey = actionsByKey(taskType, chosen);
    function onKey(event: KeyboardEvent) {
      // A held Enter would press a focused button again and again.
      if (event.repeat && event.key === "Enter" && isControl(event.target)) event.preventDefault();
      if (event.defaultPrevented || event.isComposing) return;
      if (isTyping(event.target) || isDialogOpen()) return;
      if (isOwnKey(event)) return;
      if (offerToEditor(event) || readOn(event)) return event.preventDefault();
      const command = deskCommandOf(event, labelIdByKey, actionByKey);
      if (!command) return;
      event.preventDefault();
      run(command, taskType, guidelineOpen);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [definition, guidelineOpen, chosen]);
}
