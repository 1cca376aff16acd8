/** What a process asked of its files, in order, as strace saw it. */
export type DiskEvent =
  | { kind: "write"; path: string; offset: number; data: Buffer }
  | { kind: "truncate"; path: string; bytes: number }
  /** Makes last what was written before it began; other threads write on meanwhile. */
  | { kind: "syncBegins"; path: string; thread: string }
  | { kind: "sync"; path: string; thread: string }
  | { kind: "rename"; path: string; to: string }
  | { kind: "remove"; path: string }
  /** A line on its standard output. */
  | { kind: "said"; line: string };

const HEX = String.raw`((?:\\x[0-9a-f]{2})*)`;
const HANDLE = String.raw`\d+<${HEX}>`;
type Seen<Event = DiskEvent> = Event extends unknown ? Omit<Event, "thread"> : never;
const PATTERNS: [RegExp, (...parts: string[]) => Seen][] = [
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

const UNFINISHED = " <unfinished ...>";
const RESUMED = /^<\.\.\. \w+ resumed>/;
const SYNC_BEGINS = new RegExp(String.raw`^(?:fsync|fdatasync)\(${HANDLE}`);

/**
 * Reads a trace (`-f -xx -y`) of all threads of a process; what it did to other files than those below `root`
 * is left out. A call counts when it returned, a sync also when it began.
 */
export function readDiskLog(trace: string, root: string): DiskEvent[] {
  const events: DiskEvent[] = [];
  const begun = new Map<string, string>();
  const add = (event: DiskEvent) => {
    if (event.kind === "said" || event.path.startsWith(root)) events.push(event);
  };
  for (const line of trace.split("\n")) {
    const [, thread = "", said = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (RESUMED.test(said)) {
      const call = (begun.get(thread) ?? "") + said.replace(RESUMED, "");
      for (const event of toEvents(call, thread)) add(event);
      continue;
    }
    const sync = SYNC_BEGINS.exec(said);
    if (sync) add({ kind: "syncBegins", path: textOf(sync[1]), thread });
    if (said.endsWith(UNFINISHED)) begun.set(thread, said.slice(0, -UNFINISHED.length));
    else for (const event of toEvents(said, thread)) add(event);
  }
  return events;
}

function toEvents(call: string, thread: string): DiskEvent[] {
  for (const [pattern, toEvent] of PATTERNS) {
    const match = pattern.exec(call);
    if (!match) continue;
    const seen = toEvent(...match.slice(1));
    return [seen.kind === "sync" ? { ...seen, thread } : (seen as DiskEvent)];
  }
  return [];
}
