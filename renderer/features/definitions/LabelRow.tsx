import { clsx } from "clsx";
import { GripVertical } from "lucide-react";
import { type DragEvent, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { ColourMenu } from "./ColourMenu.tsx";
import { KeyCell, TextCell } from "./label-cells.tsx";
import { LabelMenu } from "./LabelMenu.tsx";
import { useDefinitionChanges } from "./use-definition.ts";

/** Grip, colour, name, description, key, answers, menu. */
export const LABEL_ROW_GRID =
  "grid grid-cols-[1.5rem_1.75rem_minmax(10rem,1fr)_minmax(0,1.6fr)_3rem_4.5rem_1.75rem] items-start gap-x-1.5 px-3";

/** So that the list can give the focus back to a grip that was moved. */
export const gripId = (labelId: string): string => `grip-${labelId}`;

interface LabelRowProps {
  label: Label;
  /** Place in the whole list, counted from 0. */
  position: number;
  total: number;
  /** False while a filter hides the neighbours. */
  canMove: boolean;
  onMove: (toPosition: number) => void;
  onRemove: () => void;
  onDrag: (isDragged: boolean) => void;
  isDropTarget: boolean;
  onDrop: () => void;
}

export function LabelRow(props: LabelRowProps) {
  const { label } = props;
  const { labelId, name } = label;
  const { updateLabel } = useDefinitionChanges();
  const update = (change: Partial<Pick<Label, "name" | "description" | "colour" | "key">>) =>
    updateLabel.mutateAsync({ labelId, ...change });
  const drop = useDropTarget(props.isDropTarget, props.onDrop);
  return (
    <li
      {...drop.handlers}
      className={clsx(
        LABEL_ROW_GRID,
        "border-b border-line py-0.5",
        drop.isOver ? "bg-accent-soft" : "focus-within:bg-sunken hover:bg-sunken",
      )}
    >
      <Grip {...props} />
      <ColourMenu label={label} onChoose={(colour) => void update({ colour }).catch(() => {})} />
      <TextCell
        label={t("definitions.label.name", { name })}
        value={name}
        maxLength={200}
        required
        className="font-medium"
        onSave={(text) => update({ name: text })}
      />
      <TextCell
        label={t("definitions.label.description", { name })}
        placeholder={t("definitions.label.descriptionPlaceholder")}
        value={label.description}
        maxLength={2000}
        onSave={(text) => update({ description: text })}
      />
      <KeyCell
        label={t("definitions.label.key", { name })}
        value={label.key}
        onSave={(key) => update({ key })}
      />
      <Answers label={label} />
      <LabelMenu
        name={name}
        position={props.position}
        total={props.total}
        canMove={props.canMove}
        onMove={props.onMove}
        onRemove={props.onRemove}
      />
    </li>
  );
}

function Grip(props: LabelRowProps) {
  const { label, position, onMove } = props;
  return (
    <button
      type="button"
      id={gripId(label.labelId)}
      draggable={props.canMove}
      disabled={!props.canMove}
      aria-label={t("definitions.label.grip", { name: label.name })}
      title={t("definitions.label.grip", { name: label.name })}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", label.name);
        props.onDrag(true);
      }}
      onDragEnd={() => props.onDrag(false)}
      onKeyDown={(event) => {
        const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        if (by === 0) return;
        event.preventDefault();
        onMove(position + by);
      }}
      className="mt-1 flex size-6 cursor-grab items-center justify-center rounded text-muted hover:text-ink disabled:opacity-30"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
}

function Answers(props: { label: Label }) {
  const { labelId, name, examples } = props.label;
  const shared = "mt-1 min-h-6 text-right text-sm tabular-nums";
  if (examples === 0) return <span className={`${shared} leading-6 text-muted`}>0</span>;
  return (
    <button
      type="button"
      aria-label={t("definitions.label.examples", { examples, name })}
      onClick={() => goTo({ step: "label", queue: "all", filter: { labelId } })}
      className={`${shared} rounded decoration-muted underline-offset-2 hover:underline`}
    >
      {formatNumber(examples)}
    </button>
  );
}

function useDropTarget(isTarget: boolean, onDrop: () => void) {
  const [isOver, setIsOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!isTarget) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      if (!isTarget) return;
      event.preventDefault();
      setIsOver(false);
      onDrop();
    },
  };
  return { isOver: isOver && isTarget, handlers };
}
