/** What other programs write where there is no value. */
const NOTHING = new Set(["", "NULL", "NaN", "nan", "\\N"]);

/** The label a cell names, trimmed and in one Unicode form; null when it names none. */
export function readLabel(cell: string): string | null {
  const name = cell.normalize("NFC").trim();
  return NOTHING.has(name) ? null : name;
}

/** The labels of a cell that may hold several: a JSON list, or names between ";" or "|". */
export function readLabels(cell: string): string[] {
  const names = listCell(cell.trim()).flatMap((name) => readLabel(name) ?? []);
  return [...new Set(names)];
}

function listCell(cell: string): string[] {
  if (cell.startsWith("[") && cell.endsWith("]")) {
    try {
      const list: unknown = JSON.parse(cell);
      if (Array.isArray(list)) return list.map(String);
    } catch {
      // A label may begin with a bracket; then the cell is read as plain names.
    }
  }
  return cell.split(/[;|]/);
}
