import { AppError } from "#shared/errors/app-error.ts";
import type { Label } from "#shared/features/definitions/contract.ts";
import { colourAt } from "#shared/features/definitions/label-colours.ts";
import { firstFreeKey, RESERVED_KEYS } from "#shared/features/definitions/label-keys.ts";
import { moveTo } from "#shared/features/definitions/move-label.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { AnnotationService } from "../annotations/service.ts";
import { labelQueries, type StoredLabel } from "./queries.ts";

type LabelFields = Pick<Label, "description" | "colour" | "key">;
type NewLabel = { name: string } & Partial<LabelFields>;
type LabelChange = { labelId: string; name?: string | undefined } & Partial<LabelFields>;

function refuseClash(labels: StoredLabel[], wanted: { name: string; key: string | null }) {
  if (labels.some(({ label }) => label.name === wanted.name))
    throw new AppError("labelNameTaken", { name: wanted.name });
  if (wanted.key === null) return;
  const { key } = wanted;
  if (RESERVED_KEYS.includes(key)) throw new AppError("labelKeyReserved", { key });
  const holder = labels.find(({ label }) => label.key === key);
  if (holder) throw new AppError("labelKeyTaken", { key, name: holder.label.name });
}

function getLabel(labels: StoredLabel[], labelId: string): StoredLabel {
  const stored = labels.find(({ label }) => label.labelId === labelId);
  if (!stored) throw new AppError("notFound", { thing: "label" });
  return stored;
}

/** The labels of a project, in the order in which they are shown. */
export function createLabelService(
  db: Db,
  annotations: AnnotationService,
  taskType: () => TaskType,
) {
  const queries = labelQueries(db);
  const stored = () => queries.list(taskType());

  return {
    list: (): Label[] => stored().map(({ label }) => label),

    add: (wanted: NewLabel): void => {
      const labels = stored();
      const position = queries.nextPosition();
      const taken = labels.map(({ label }) => label.key);
      const key = wanted.key === undefined ? firstFreeKey(taken) : wanted.key;
      refuseClash(labels, { name: wanted.name, key });
      queries.insert({
        labelId: newId(),
        name: wanted.name,
        description: wanted.description ?? "",
        colour: wanted.colour ?? colourAt(position),
        key,
        position,
      });
    },

    update: (change: LabelChange): void => {
      const labels = stored();
      const { labelKey, label: before } = getLabel(labels, change.labelId);
      const after = {
        name: change.name ?? before.name,
        description: change.description ?? before.description,
        colour: change.colour ?? before.colour,
        key: change.key === undefined ? before.key : change.key,
      };
      const others = labels.filter((other) => other.labelKey !== labelKey);
      // A key that came with an import may be one that is reserved; only a change of it is judged.
      refuseClash(others, { name: after.name, key: after.key === before.key ? null : after.key });
      queries.update({ labelKey, ...after });
    },

    move: (labelId: string, toPosition: number): void => {
      const labels = stored();
      const moved = moveTo(labels, getLabel(labels, labelId), toPosition);
      for (const [position, { labelKey }] of moved.entries())
        queries.setPosition(labelKey, position);
    },

    remove: (labelId: string, moveAnswersTo: string | null): void => {
      const labels = stored();
      const from = getLabel(labels, labelId);
      const to = moveAnswersTo === null ? null : getLabel(labels, moveAnswersTo);
      // Answers cannot be kept by moving them to the label that goes.
      if (to === from) throw new AppError("labelStillUsed", { examples: from.label.examples });
      annotations.replaceLabel(
        { key: from.labelKey, labelId },
        to && { key: to.labelKey, labelId: to.label.labelId },
      );
      queries.remove(from.labelKey, Date.now());
    },
  };
}
