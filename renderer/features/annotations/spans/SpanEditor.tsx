import { type RefObject, useId, useMemo, useRef } from "react";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import type { EditorProps } from "../keys/editor.ts";
import { actionsByKey } from "../keys/desk-actions.ts";
import { deskCommandOf } from "../keys/desk-keys.ts";
import { useKeySettings } from "../keys/key-settings.ts";
import { useEditorKeys } from "../keys/editor.ts";
import { openFinder } from "../view.ts";
import { SpanActs } from "./SpanActs.tsx";
import { SpanLabels } from "./SpanLabels.tsx";
import { SpanList } from "./SpanList.tsx";
import { SpanText } from "./SpanText.tsx";
import { type SpanCommand, spanCommandOf } from "./span-keys.ts";
import { runsRightToLeft, type StageParts } from "./text-stage.ts";
import { useSpanEditing } from "./use-span-editing.ts";

/** Marks places in a text and gives each a label; no place at all is an answer too. */
export function SpanEditor(props: EditorProps<"extract">) {
  const { labels } = props;
  const stage = useRef<StageParts | null>(null);
  const editing = useSpanEditing(props, stage);
  const looks = useMemo(() => new Map(labels.map((label) => [label.labelId, label])), [labels]);
  const keysId = useId();

  const find = () => openFinder(true, (labelId) => editing.applyLabel(labelId));
  useSpanKeys({ editing, stage, labels, find });
  return (
    <div className="@container flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 @max-xl:flex-col">
        <SpanText
          model={editing.model}
          spans={editing.spans}
          looks={looks}
          pointer={editing.pointer}
          stage={stage}
          keysId={keysId}
          exampleId={props.example.exampleId}
          onResume={editing.resume}
          onMouse={editing.onMouse}
        />
        <SpanList
          model={editing.model}
          spans={editing.spans}
          looks={looks}
          chosen={editing.chosen}
          onChoose={editing.choose}
          onRemove={editing.remove}
        />
      </div>
      <SpanActs
        keysId={keysId}
        chosen={editing.chosen}
        said={editing.said}
        others={editing.others.length}
        text={editing.chosenText}
        brush={looks.get(editing.brush ?? "")?.name ?? null}
        label={looks.get(editing.chosen?.labelId ?? "")?.name ?? null}
        onEverywhere={editing.labelEverywhere}
      />
      <SpanLabels
        labels={labels}
        chosenId={editing.chosen?.labelId ?? null}
        brushId={editing.brush}
        onFind={find}
        onLabel={(labelId) =>
          editing.chosen || editing.isMarked ? editing.applyLabel(labelId) : editing.takeUp(labelId)
        }
      />
    </div>
  );
}

/** Tab walks the spans only from within the text; from anywhere else it goes where it always goes. */
function isInText(stage: StageParts | null): boolean {
  const focused = document.activeElement;
  return focused === document.body || focused === stage?.region;
}

interface SpanKeys {
  editing: ReturnType<typeof useSpanEditing>;
  stage: RefObject<StageParts | null>;
  labels: readonly Label[];
  find: () => void;
}

/** The keys of the text, then those of the labels. */
function useSpanKeys({ editing, stage, labels, find }: SpanKeys): void {
  function run(command: SpanCommand): boolean {
    switch (command.kind) {
      case "step":
      case "line":
      case "page":
      case "edge":
        editing.move(command);
        return true;
      case "walk":
        return isInText(stage.current) && editing.walk(command.by);
      case "nudge":
        return editing.nudge(command);
      case "remove":
        if (editing.chosen) editing.remove(editing.chosen);
        return editing.chosen !== null;
      case "leave":
        return editing.leave();
      case "everywhere":
        editing.labelEverywhere();
        return true;
      case "brush":
        return editing.brushOn();
    }
  }
  const chosenKeys = useKeySettings((state) => state.chosen);
  useEditorKeys((press) => {
    const range = editing.pointer?.head;
    const command = spanCommandOf(press, {
      spanChosen: editing.chosen !== null,
      rightToLeft: stage.current !== null && !!range && runsRightToLeft(stage.current, range),
    });
    if (command) return run(command);
    const keys = new Map(labels.flatMap(({ key, labelId }) => (key ? [[key, labelId]] : [])));
    const asked = deskCommandOf(press, keys, actionsByKey("extract", chosenKeys));
    if (asked?.kind === "label") editing.applyLabel(asked.labelId);
    else if (asked?.kind === "find") find();
    else return asked?.kind === "undo" && editing.undo();
    return true;
  });
}
