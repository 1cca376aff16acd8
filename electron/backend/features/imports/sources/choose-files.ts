import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { FileFacts, FileFormat, ReadAs } from "#shared/features/imports/contract.ts";
import { findSplitInPath } from "#shared/features/imports/split-name.ts";
import { type DatasetConfig, readConfigs } from "./dataset-card.ts";
import { formatByName, listFiles, type ListedFile, type Listing } from "./list-files.ts";

/** One file of an import, with what its place says about its rows. */
export interface ChosenFile extends ListedFile {
  /** Empty when the names do not say it of every file. */
  split: string;
}
export interface FileChoice {
  files: ChosenFile[];
  isMany: boolean;
  /** What each row of several files carries beside its own columns. */
  extraColumns: string[];
  config: string | undefined;
  facts: Pick<FileFacts, "configs" | "files" | "formats" | "notes">;
}

/** Of two kinds equally frequent in a folder, the one more likely to be the data. */
const LIKELIEST_FIRST: readonly FileFormat[] = [
  "parquet",
  "jsonl",
  "csv",
  "json",
  "xlsx",
  "docx",
  "pdf",
  "text",
];
/** What lies beside a dataset to explain it. */
const isAbout = (name: string) =>
  /^(readme|license|licence|notice|changelog|dataset_infos?|dataset_dict|state|croissant|manifest)\b/i.test(
    basename(name),
  );

/** The files that are read as one: the only one, or those of one kind, or those of one dataset configuration. */
export function chooseFiles(path: string, chosen: Partial<ReadAs>): FileChoice {
  const listing = listFiles(path);
  if (!listing.isMany)
    return {
      files: listing.files.map((file) => ({ ...file, split: "" })),
      isMany: false,
      extraColumns: [],
      config: undefined,
      facts: { configs: [], formats: [], files: 1, notes: [] },
    };
  const configs = findConfigs(listing);
  const config =
    configs.find(({ name }) => name === chosen.config) ??
    configs.find(({ isDefault }) => isDefault) ??
    configs[0];
  const { files, splitName } = config
    ? filesOfConfig(listing.files, config)
    : filesOfOneKind(listing.files, chosen.format);
  return {
    files,
    isMany: true,
    extraColumns: splitName ? ["file", splitName] : ["file"],
    config: config?.name,
    facts: {
      configs: configs.map(({ name }) => name),
      formats: config ? [] : formatsIn(listing.files),
      files: files.length,
      notes: describe(listing, files, config, splitName === "split"),
    },
  };
}

/** The kinds of data in a folder, from which one can be chosen. */
const formatsIn = (files: readonly ListedFile[]): FileFormat[] => {
  const found = new Set(files.filter(isData).map(({ name }) => formatByName(name)));
  return LIKELIEST_FIRST.filter((format) => found.has(format));
};

function findConfigs(listing: Listing): DatasetConfig[] {
  const card = listing.files.find(({ name }) => name.toLowerCase() === "readme.md");
  if (!card || card.bytes > 5_000_000) return [];
  return readConfigs(readFileSync(card.path, "utf8")).filter((config) =>
    listing.files.some(
      (file) => isData(file) && config.parts.some((part) => part.matches(file.name)),
    ),
  );
}

const isData = ({ name }: ListedFile) => !isAbout(name);

function filesOfConfig(files: readonly ListedFile[], config: DatasetConfig) {
  const found = files.filter(isData).flatMap((file): ChosenFile[] => {
    const part = config.parts.find((each) => each.matches(file.name));
    return part ? [{ ...file, split: part.split || findSplitInPath(file.name) || "" }] : [];
  });
  return nameSplits(sameFormat(found, undefined));
}

function filesOfOneKind(files: readonly ListedFile[], wanted: FileFormat | undefined) {
  const data = files.filter(isData);
  const kept = sameFormat(data.length > 0 ? data : files, wanted);
  const splits = kept.map(({ name }) => findSplitInPath(name) ?? "");
  const isKnown = splits.every((split) => split !== "");
  return nameSplits(
    kept.map((file, at) => ({ ...file, split: isKnown ? (splits[at] ?? "") : "" })),
  );
}

/** Splits of other names ("train_sft") are kept, but not taken for a split. */
function nameSplits(files: ChosenFile[]) {
  const splits = files.map(({ split }) => split);
  if (splits.every((split) => split === "")) return { files, splitName: null };
  const known = splits.map((split) => (split === "" ? "" : findSplitInPath(split)));
  if (known.includes(undefined)) return { files, splitName: "subset" };
  return {
    files: files.map((file, at) => ({ ...file, split: known[at] ?? "" })),
    splitName: "split",
  };
}

function sameFormat<T extends ListedFile>(
  files: readonly T[],
  wanted: FileFormat | undefined,
): T[] {
  const format = wanted === "tsv" ? "csv" : wanted;
  const byFormat = Map.groupBy(files, ({ name }) => formatByName(name) ?? "text");
  const wantedFiles = format ? byFormat.get(format) : undefined;
  if (wantedFiles) return wantedFiles;
  let best: T[] = [];
  for (const each of LIKELIEST_FIRST) {
    const candidates = byFormat.get(each) ?? [];
    if (candidates.length > best.length) best = candidates;
  }
  return best;
}

function describe(
  listing: Listing,
  files: readonly ChosenFile[],
  config: DatasetConfig | undefined,
  hasSplits: boolean,
): FileFacts["notes"] {
  const read = new Set(files.map(({ path }) => path));
  const leftOut = [
    ...listing.files.filter(({ path }) => !read.has(path)).map(({ name }) => name),
    ...listing.leftOut,
  ];
  const notes: FileFacts["notes"] = [];
  if (config || hasSplits)
    notes.push({ code: "datasetFolder", count: files.length, names: config?.name ?? "" });
  if (leftOut.length > 0)
    notes.push({ code: "filesLeftOut", count: leftOut.length, names: shortList(leftOut) });
  if (listing.linksLeftOut > 0)
    notes.push({ code: "linksLeftOut", count: listing.linksLeftOut, names: "" });
  return notes;
}

const shortList = (names: readonly string[]) =>
  names.length > 5 ? `${names.slice(0, 5).join(", ")}, …` : names.join(", ");
