/** A file with its place below what was dropped. */
export interface DroppedFile {
  path: string;
  file: File;
}
interface Dropped {
  /** Of the folder, when one folder was dropped and nothing beside it. */
  name: string;
  files: DroppedFile[];
}

/** The same bounds as the backend's; it refuses what is more, in words. */
const MAX_FILES = 10_001;
const MAX_DEPTH = 12;

/**
 * The files of a drop, those inside dropped folders included. A browser shows the contents of a drop only
 * while the event is handled, so everything is taken hold of before the first wait.
 */
export async function listDropped(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry.isDirectory))
    return { name: "", files: plain.map((file) => ({ path: file.name, file })) };
  const [only] = entries;
  const isOneFolder = entries.length === 1 && only !== undefined;
  const files: DroppedFile[] = [];
  for (const entry of isOneFolder ? await childrenOf(only) : entries)
    await collect(entry, "", 0, files);
  return { name: isOneFolder ? only.name : entries.map(({ name }) => name).join(" + "), files };
}

async function collect(
  entry: FileSystemEntry,
  prefix: string,
  depth: number,
  files: DroppedFile[],
): Promise<void> {
  if (files.length >= MAX_FILES || entry.name.startsWith(".")) return;
  const path = prefix + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    files.push({ path, file });
  } else if (depth < MAX_DEPTH)
    for (const child of await childrenOf(entry)) await collect(child, `${path}/`, depth + 1, files);
}

/** Browsers hand out a folder's entries a hundred at a time. */
async function childrenOf(entry: FileSystemEntry): Promise<FileSystemEntry[]> {
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (more.length === 0 || children.length >= MAX_FILES) return children;
    children.push(...more);
  }
}
