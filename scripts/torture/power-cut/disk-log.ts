/** What a process asked of its files, in order, as strace saw it. */
export type DiskEvent =
  | { kind: "write"; path: string; offset: number; data: Buffer }
  | { kind: "truncate"; path: string; bytes: number }
  | { kind: "sync"; path: string }
  | { kind: "rename"; path: string; to: string }
  | { kind: "remove"; path: string }
  /** A line on its standard output. */
  | { kind: "said"; line: string };

const HEX = String.raw`((?:\\x[0-9a-f]{2})*)`;
const HANDLE = String.raw`\d+<${HEX}>`;
const PATTERNS: [RegExp, (...parts: string[]) => DiskEvent | null][] = [
  [
    new RegExp(String.raw`^pwrite64\(${HANDLE}, "${HEX}", \d+, (\d+)\)\s+= \d`),
    (path, data, offset) => ({
      kind: "write",
      path: textOf(path),
      offset: Number(offset),
      data: bytesOf(data),
    }),
  ],
  [
    new RegExp(String.raw`^ftruncate\(${HANDLE}, (\d+)\)\s+= 0`),
    (path, bytes) => ({ kind: "truncate", path: textOf(path), bytes: Number(bytes) }),
  ],
  [
    new RegExp(String.raw`^(?:fsync|fdatasync)\(${HANDLE}\)\s+= 0`),
    (path) => ({ kind: "sync", path: textOf(path) }),
  ],
  [
    new RegExp(String.raw`^rename\("${HEX}", "${HEX}"\)\s+= 0`),
    (path, to) => ({ kind: "rename", path: textOf(path), to: textOf(to) }),
  ],
  [
    new RegExp(String.raw`^unlink\("${HEX}"\)\s+= 0`),
    (path) => ({ kind: "remove", path: textOf(path) }),
  ],
  [
    new RegExp(String.raw`^write\(1<${HEX}>, "${HEX}", \d+\)\s+= \d`),
    (_path, text) => ({ kind: "said", line: textOf(text).trimEnd() }),
  ],
];

const bytesOf = (hex = ""): Buffer => Buffer.from(hex.replaceAll(String.raw`\x`, ""), "hex");
const textOf = (hex = ""): string => bytesOf(hex).toString("utf8");

/** Reads a trace of one thread (`-xx -y`); what it did to other files than those below `root` is left out. */
export function readDiskLog(trace: string, root: string): DiskEvent[] {
  const lines = trace.split("\n");
  const main = lines[0]?.split(" ")[0] ?? "";
  const events: DiskEvent[] = [];
  for (const line of lines) {
    if (!line.startsWith(`${main} `)) continue;
    const call = line.slice(main.length).trimStart();
    for (const [pattern, toEvent] of PATTERNS) {
      const match = pattern.exec(call);
      const event = match && toEvent(...match.slice(1));
      if (event && (event.kind === "said" || event.path.startsWith(root))) events.push(event);
      if (match) break;
    }
  }
  return events;
}
