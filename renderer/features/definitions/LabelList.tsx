import { useEffect, useRef, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Term } from "../../ui/index.ts";
import { gripId, LABEL_ROW_GRID, LabelRow } from "./LabelRow.tsx";
import { RemoveLabelDialog } from "./RemoveLabelDialog.tsx";
import { useDefinitionChanges } from "./use-definition.ts";

/** One dense row a label; `shown` are those that match the filter. */
export function LabelList(props: { labels: Label[]; shown: Label[] }) {
  const { labels, shown } = props;
  const [removing, setRemoving] = useState<Label | null>(null);
  const [dragged, setDragged] = useState<Label | null>(null);
  const { move, announcement } = useMoving(labels);
  const { removeLabel } = useDefinitionChanges();

  function remove(label: Label): void {
    if (label.examples > 0) return setRemoving(label);
    removeLabel.mutate(
      { labelId: label.labelId, moveAnswersTo: null },
      {
        onSuccess: () =>
          showToast({ tone: "info", title: t("definitions.label.removed", { name: label.name }) }),
      },
    );
  }

  return (
    <>
      <Head />
      <ol aria-label={t("definitions.labels.list")}>
        {shown.map((label) => (
          <LabelRow
            key={label.labelId}
            label={label}
            position={labels.indexOf(label)}
            total={labels.length}
            canMove={shown.length === labels.length}
            onMove={(toPosition) => move(label, toPosition)}
            onRemove={() => remove(label)}
            onDrag={(isDragged) => setDragged(isDragged ? label : null)}
            isDropTarget={dragged !== null && dragged !== label}
            onDrop={() => {
              if (dragged) move(dragged, labels.indexOf(label));
              setDragged(null);
            }}
          />
        ))}
      </ol>
      <output className="block sr-only">{announcement}</output>
      {removing ? (
        <RemoveLabelDialog label={removing} labels={labels} onClose={() => setRemoving(null)} />
      ) : null}
    </>
  );
}

function Head() {
  return (
    <div
      className={`${LABEL_ROW_GRID} sticky top-0 z-10 border-b border-line bg-sunken py-1.5 text-xs font-medium text-muted`}
    >
      <span className="col-start-3 px-2">{t("definitions.labels.column.name")}</span>
      <span className="px-2">{t("definitions.labels.column.description")}</span>
      <span className="text-center">
        <Term term={t("definitions.labels.key.hint")}>{t("definitions.labels.column.key")}</Term>
      </span>
      <span className="text-right">{t("definitions.labels.column.examples")}</span>
    </div>
  );
}

/** Moves a label, says where it went, and keeps the focus on its grip, which the browser lets go of. */
function useMoving(labels: Label[]) {
  const { moveLabel } = useDefinitionChanges();
  const [announcement, setAnnouncement] = useState("");
  const moved = useRef<{ labelId: string; position: number } | null>(null);
  useEffect(() => {
    const { labelId, position } = moved.current ?? {};
    // Only once the label has arrived: before that its row is about to be moved again.
    if (!labelId || position === undefined || labels[position]?.labelId !== labelId) return;
    document.getElementById(gripId(labelId))?.focus();
    moved.current = null;
  }, [labels]);

  function move(label: Label, toPosition: number): void {
    if (toPosition < 0 || toPosition >= labels.length) return;
    moved.current = { labelId: label.labelId, position: toPosition };
    moveLabel.mutate({ labelId: label.labelId, toPosition });
    setAnnouncement(
      t("definitions.label.moved", {
        name: label.name,
        position: toPosition + 1,
        total: labels.length,
      }),
    );
  }
  return { move, announcement };
}
