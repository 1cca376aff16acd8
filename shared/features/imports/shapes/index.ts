import { argilla } from "./argilla.ts";
import { alpaca, openaiChat, openaiPreference, shareGpt } from "./conversations.ts";
import { doccano } from "./doccano.ts";
import { labelStudio, labelStudioMin } from "./label-studio.ts";
import { prodigy } from "./prodigy.ts";
import type { Shape, ShapeRow } from "./shape.ts";
import type { ShapeName } from "./shape-name.ts";

/** The most particular first: a Prodigy row with a list of labels would also pass for doccano's. */
const SHAPES: readonly Shape[] = [
  labelStudio,
  labelStudioMin,
  argilla,
  prodigy,
  openaiPreference,
  openaiChat,
  shareGpt,
  alpaca,
  doccano,
];
const byName = new Map(SHAPES.map((shape) => [shape.name, shape]));

export function getShape(name: ShapeName): Shape {
  const shape = byName.get(name);
  if (!shape) throw new Error(`no shape is called ${name}`);
  return shape;
}

/** The program whose export these records are; null when they follow none that is known. */
export const recogniseShape = (sample: readonly ShapeRow[]): ShapeName | null =>
  sample.length === 0 ? null : (SHAPES.find((shape) => shape.recognise(sample))?.name ?? null);
