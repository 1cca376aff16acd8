import type { FileNote, Preview } from "../../../shared/features/imports/contract.ts";
import type { ShapeName } from "../../../shared/features/imports/shapes/shape-name.ts";

/** What a person should know about a file before importing it; a clean file has none. */
export type Oddity =
  | { kind: "note"; note: FileNote }
  | { kind: "shape"; shape: ShapeName }
  | {
      kind: "encoding";
      encoding: Preview["readAs"]["encoding"];
      row: number | null;
      example: string;
    }
  | {
      kind: "damaged";
      cells: number;
      rows: number;
      examples: { before: string; after: string }[];
      isMended: boolean;
    }
  | { kind: "unnamed"; columns: string[]; areEmpty: boolean }
  | { kind: "noHeader" }
  | { kind: "importedBefore" };

/** Characters shown around the first one that depends on the encoding. */
const AROUND = 24;
/** Damaged texts shown before and after. */
const EXAMPLES = 2;

/** `isMended` is what the user wants now, before the rows are read anew. */
export function findOddities(
  preview: Preview,
  isMended: boolean = preview.readAs.repair,
): Oddity[] {
  const { readAs } = preview;
  const isTable = readAs.format === "csv" || readAs.format === "tsv";
  const found: Oddity[] = preview.facts.notes.map((note) => ({ kind: "note", note }));
  if (readAs.shape !== undefined && readAs.shape !== "plain")
    found.push({ kind: "shape", shape: readAs.shape });
  if (readAs.encoding !== "utf-8")
    found.push({ kind: "encoding", encoding: readAs.encoding, ...findForeignCharacter(preview) });
  const { cells, examples } = preview.damaged;
  if (cells > 0 || isMended)
    found.push({
      kind: "damaged",
      cells,
      rows: preview.sampledRows,
      examples: examples.slice(0, EXAMPLES),
      isMended,
    });
  if (isTable && !readAs.hasHeader && preview.columns.length > 1) found.push({ kind: "noHeader" });
  const unnamed = preview.columns.flatMap(({ name }, index) =>
    isTable && readAs.hasHeader && isNamedByPlace(name, index) ? [{ name, index }] : [],
  );
  if (unnamed.length > 0)
    found.push({
      kind: "unnamed",
      columns: unnamed.map(({ name }) => name),
      areEmpty: unnamed.every(({ index }) => isEmptyColumn(preview.rows, index)),
    });
  if (preview.earlierImport && preview.earlierImport.takenBackAtMs === null)
    found.push({ kind: "importedBefore" });
  return found;
}

/** Whether a column had no name in the file and got that of its place. */
export const isNamedByPlace = (name: string, index: number): boolean =>
  name === `column ${index + 1}`;

export const isEmptyColumn = (rows: readonly (readonly string[])[], index: number): boolean =>
  rows.every((row) => (row[index] ?? "").trim() === "");

/** The first character that another encoding would show differently, with what stands around it. */
function findForeignCharacter(preview: Preview): { row: number | null; example: string } {
  for (const [index, row] of preview.rows.entries()) {
    for (const cell of row) {
      const at = cell.search(/[^\p{ASCII}]/u);
      if (at === -1) continue;
      const from = Math.max(0, at - AROUND);
      const to = Math.min(cell.length, at + AROUND);
      const inner = cell.slice(from, to).toWellFormed().replaceAll(/\s+/g, " ");
      return {
        row: index + 1,
        example: `${from > 0 ? "…" : ""}${inner}${to < cell.length ? "…" : ""}`,
      };
    }
  }
  return { row: null, example: "" };
}
