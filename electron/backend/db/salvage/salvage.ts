import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { AppError } from "#shared/errors/app-error.ts";
import { listProblems } from "../health.ts";
import { emptyModel, newestVersion } from "../known-schema.ts";
import { closeToOneFile, type Db, openForWriting } from "../open.ts";
import { listObjects } from "../schema-objects.ts";
import { adoptOrphans } from "./adopt-orphans.ts";
import { findRoots } from "./find-schema.ts";
import { healReferences } from "./heal-references.ts";
import { healJson } from "./heal-json.ts";
import { dropEmptyExamples, restoreParents, settleExamples } from "./heal.ts";
import { PageFile } from "./page-file.ts";
import { layTables, rowTables } from "./target.ts";
import { createTableRescue, type TableRescue, type TableReport } from "./table-rescue.ts";

export interface SalvageInput {
  path: string;
  /** Where the new file goes; nothing may be there. */
  target: string;
  /** The project's name, should it be lost. */
  name: string;
  nowMs: number;
}

/** `done` of `total` pages are looked at. Throws to stop. */
export type OnPages = (done: number, total: number) => void;

/**
 * Reads every row that can still be read, page by page and without trusting the file's own structure, into
 * a new file of the same schema; the damaged file is only read. Throws `nothingToRescue`.
 */
export function salvage(input: SalvageInput, onPages: OnPages): TableReport[] {
  const draft = `${input.target}.part`;
  const file = new PageFile(input.path);
  try {
    const target = openForWriting(draft);
    try {
      target.pragma("foreign_keys = OFF");
      target.pragma("synchronous = OFF");
      return fill(target, file, input, onPages);
    } finally {
      closeToOneFile(target);
    }
  } catch (error) {
    for (const left of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(left, { force: true });
    throw error;
  } finally {
    file.close();
  }
}

/** Gives the finished file its name, once everything of it is on the disk. */
export function placeSalvaged(target: string): void {
  const draft = openSync(`${target}.part`, "r+");
  try {
    fsyncSync(draft);
  } finally {
    closeSync(draft);
  }
  renameSync(`${target}.part`, target);
}

function fill(target: Db, file: PageFile, input: SalvageInput, onPages: OnPages): TableReport[] {
  const { model, roots } = recogniseSchema(file);
  try {
    const laid = layTables(target, model);
    const seen = new Set<number>();
    const progress = () => onPages(seen.size, file.pageCount);
    const rescues = laid.tables.map((table) => {
      const rescue = createTableRescue(target, file, table, seen, progress);
      rescue.walkFrom(roots.get(table.name) ?? 0);
      return rescue;
    });
    adoptOrphans(file, rescues, seen, progress);
    if (rescues.every((rescue) => rescue.saved() === 0)) throw new AppError("nothingToRescue");
    const gone = healJson(target);
    restoreParents(target, input.name, input.nowMs);
    dropEmptyExamples(target, gone);
    healReferences(target, laid.tables, gone);
    settleExamples(target);
    laid.finish();
    const problems = listProblems(target, "whole");
    if (problems.length > 0) throw new Error(`the rescued file is not sound: ${problems[0]}`);
    return rescues.map((rescue: TableRescue) => rescue.report(gone));
  } finally {
    model.close();
  }
}

/** The schema that the file's tables belong to; its own word for it may be damaged too. */
function recogniseSchema(file: PageFile): { model: Db; roots: Map<string, number> } {
  const newest = newestVersion();
  const told = file.header.userVersion;
  if (told > newest && told < newest + 1000) throw new AppError("fileTooNew", { name: "" });
  const versions = Array.from({ length: newest }, (_, index) => newest - index);
  const names = new Map(versions.map((version) => [version, tableNames(version)]));
  const roots = findRoots(file, new Set([...names.values()].flatMap((each) => [...each])));
  const candidates = [...versions.filter((version) => version === told), ...versions];
  const fits = (version: number) =>
    [...(names.get(version) ?? [])].every((name) => roots.has(name));
  const version = candidates.find(fits) ?? candidates[0] ?? newest;
  return { model: emptyModel(version), roots };
}

function tableNames(version: number): Set<string> {
  const model = emptyModel(version);
  try {
    return new Set(rowTables(listObjects(model)).map(({ name }) => name));
  } finally {
    model.close();
  }
}
