/**
 * One distinct name for each header cell: a nameless column is called by its place ("column 3"),
 * a repeated name gets a number ("text (2)"), so that no column hides another.
 */
export function nameColumns(header: readonly string[]): string[] {
  const wanted = header.map((cell, index) => cell.trim() || `column ${index + 1}`);
  const reserved = new Set(wanted);
  const taken = new Set<string>();
  return wanted.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free); number += 1) {
      const candidate = `${name} (${number})`;
      if (!reserved.has(candidate) && !taken.has(candidate)) free = candidate;
    }
    taken.add(free);
    return free;
  });
}
