import { type Dirent, readdirSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { FileFormat } from "#shared/features/imports/contract.ts";
import { splitPaths } from "../../../files/source-path.ts";

/** Folders inside one another, at most. */
const MAX_DEPTH = 12;
const MAX_FILES = 10_000;
/** What may be looked at before a folder is given up, so that a whole disk is no import. */
const MAX_ENTRIES = 100_000;

/** A file that an import reads. */
export interface ListedFile {
  path: string;
  /** Below the chosen folder, with "/" between the parts. */
  name: string;
  bytes: number;
  modifiedAtMs: number;
}
export interface Listing {
  files: ListedFile[];
  /** A folder, or several files. */
  isMany: boolean;
  /** Linked folders, which are not followed. */
  linksLeftOut: number;
  /** Files of other kinds, and empty ones. */
  leftOut: string[];
}

const FORMAT_OF: Readonly<Record<string, FileFormat>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".tab": "csv",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".json": "json",
  ".xlsx": "xlsx",
  ".xlsm": "xlsx",
  ".parquet": "parquet",
  ".txt": "text",
  ".md": "text",
  ".markdown": "text",
  ".docx": "docx",
  ".docm": "docx",
  ".pdf": "pdf",
};

/** What the ending of a name says about a file inside a folder; undefined for what is never read. */
export const formatByName = (name: string): FileFormat | undefined =>
  FORMAT_OF[extname(name).toLowerCase()];

/** Files that programs leave behind for themselves. */
const isOwnBusiness = (name: string) => /^(\.|~\$|__MACOSX$|thumbs\.db$|desktop\.ini$)/i.test(name);

/** The files behind a path: the file itself, all readable ones of a folder, or several chosen together. */
export function listFiles(path: string): Listing {
  const paths = splitPaths(path);
  const listing: Listing = { files: [], isMany: true, linksLeftOut: 0, leftOut: [] };
  const [only = ""] = paths;
  const isFolder = paths.length === 1 && statSync(only).isDirectory();
  if (paths.length === 1 && !isFolder) {
    addFile(listing, only, basename(only), "alone");
    return { ...listing, isMany: false };
  }
  if (isFolder) addFolder(listing, only, "", 0, { seen: 0, root: basename(only) });
  else for (const each of paths) addFile(listing, each, basename(each), "chosen");
  listing.files.sort((a, b) => inReadingOrder(a.name, b.name));
  return listing;
}

const inReadingOrder = new Intl.Collator("en", { numeric: true }).compare;

function addFolder(
  listing: Listing,
  folder: string,
  prefix: string,
  depth: number,
  budget: { seen: number; root: string },
) {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    listing.leftOut.push(prefix || budget.root);
    return;
  }
  budget.seen += entries.length;
  if (budget.seen > MAX_ENTRIES)
    throw new AppError("tooManyFiles", { name: budget.root, limit: MAX_ENTRIES });
  for (const entry of entries) {
    if (isOwnBusiness(entry.name)) continue;
    const path = join(folder, entry.name);
    const name = prefix + entry.name;
    if (entry.isDirectory()) {
      if (depth < MAX_DEPTH) addFolder(listing, path, `${name}/`, depth + 1, budget);
      else listing.leftOut.push(name);
    } else if (entry.isFile() || entry.isSymbolicLink()) addFile(listing, path, name, "found");
    else listing.leftOut.push(name);
    if (listing.files.length > MAX_FILES)
      throw new AppError("tooManyFiles", { name: budget.root, limit: MAX_FILES });
  }
}

/** A file that was chosen is read whatever its name; one alone is also refused with its own reason. */
function addFile(listing: Listing, path: string, name: string, how: "alone" | "chosen" | "found") {
  const isAlone = how === "alone";
  const mayBeRead = how !== "found" || formatByName(name) !== undefined;
  const stats = isAlone ? statSync(path) : lookAt(path);
  if (stats?.isDirectory()) listing.linksLeftOut += 1;
  else if (isAlone || (stats?.isFile() && stats.size > 0 && mayBeRead))
    listing.files.push({
      path,
      name,
      bytes: stats?.size ?? 0,
      modifiedAtMs: stats?.mtimeMs ?? 0,
    });
  else listing.leftOut.push(name);
}

/** Undefined for links to nowhere or to themselves, and for what may not be looked at. */
function lookAt(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
