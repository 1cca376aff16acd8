import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { Handoff, HandoffFile, HandoffFormat } from "#shared/features/handoffs/contract.ts";
import { countLabels, type LabelCounts } from "#shared/features/handoffs/count-labels.ts";
import { dataCard } from "#shared/features/handoffs/data-card.ts";
import { licenceFile } from "#shared/features/handoffs/licence-file.ts";
import { fileEnding } from "#shared/features/handoffs/loading.ts";
import { manifest, type ManifestFile } from "#shared/features/handoffs/manifest.ts";
import { portableText } from "#shared/features/handoffs/portable-text.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import { toFileName } from "#shared/features/projects/file-name.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import { Split } from "#shared/features/versions/split.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import type { FileGrants } from "../../files/grants.ts";
import { newId } from "../../ids.ts";
import type { VersionService } from "../versions/service.ts";
import { writePieces, type WrittenFile } from "./file-writer.ts";
import { handoffQueries } from "./queries.ts";
import { createRowText, type RowText } from "./row-text.ts";

export interface HandoffDeps {
  grants: FileGrants;
  versions: VersionService;
  projectInfo: () => ProjectInfo;
  /** Where hand-offs go unless the user chose a folder. */
  handoffsDir: string;
  appVersion: string;
}

interface NewHandoff {
  versionId: string;
  format: HandoffFormat;
  folderId?: string | undefined;
}

/** Files that an ML team loads without asking a question; the same version always gives the same bytes. */
export function createHandoffService(db: Db, deps: HandoffDeps) {
  const queries = handoffQueries(db);

  async function writeData(folder: string, version: DatasetVersion, text: RowText, ending: string) {
    const labelCounts: LabelCounts = new Map();
    function* lines(split: Split) {
      yield text.head;
      for (const batch of deps.versions.rowBatches(version.versionId, split)) {
        for (const example of batch) countLabels(labelCounts, example);
        yield text.rows(batch);
      }
    }
    const files: (ManifestFile & { split: Split; rows: number })[] = [];
    for (const split of Split.options) {
      if (version.counts[split] === 0) continue;
      const { name, bytes, sha256 } = await writePieces(folder, `${split}.${ending}`, lines(split));
      files.push({ file: name, split, rows: version.counts[split], bytes, sha256 });
    }
    return { files, labelCounts };
  }

  async function writeAll(folder: string, version: DatasetVersion, format: HandoffFormat) {
    const info = deps.projectInfo();
    const { appVersion } = deps;
    const text = createRowText(format, version);
    const data = await writeData(folder, version, text, fileEnding(format));
    const named = data.files.map(({ file, split, rows }) => ({ name: file, split, rows }));
    const { labelCounts } = data;
    const card = dataCard({ ...info, version, format, labelCounts, files: named, appVersion });
    const guideline = version.guideline.trim() === "" ? "not stated" : version.guideline.trimEnd();
    const files: ManifestFile[] = [...data.files];
    for (const [name, content] of [
      ["README.md", card],
      ["LICENSE", licenceFile(info)],
      ["guideline.md", `${guideline}\n`],
    ] as const) {
      files.push(accompanying(await writePieces(folder, name, [portableText(content)])));
    }
    const escapedCells = text.escapedCells();
    const { name } = info;
    const list = manifest({ name, version, format, files, escapedCells, appVersion });
    files.push(accompanying(await writePieces(folder, "manifest.json", [portableText(list)])));
    return files;
  }

  /** Writes everything aside, then lets `place` give the draft its final folder. */
  async function handOver(
    { versionId, format }: Pick<NewHandoff, "versionId" | "format">,
    parent: string,
    place: (draft: string, version: DatasetVersion) => Promise<string>,
  ): Promise<Handoff> {
    const version = deps.versions.get(versionId);
    const draft = await makeDraft(parent);
    try {
      const files = await writeAll(draft, version, format);
      const folder = await place(draft, version);
      // Handing over is reading: a project that may not be written to only does not remember it.
      if (mayWrite(db))
        queries.insert({ handoffId: newId(), versionId, format, folder, createdAtMs: Date.now() });
      return {
        versionNumber: version.number,
        format,
        folder,
        files: files.map((file) => grantDownload(deps.grants, folder, file)),
      };
    } catch (error) {
      throw asFolderError(error, parent);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  return {
    /** Into a fresh folder of its own, beside what is there already. */
    create({ versionId, format, folderId }: NewHandoff): Promise<Handoff> {
      const parent = folderId ? deps.grants.getPath(folderId, "folder") : deps.handoffsDir;
      return handOver({ versionId, format }, parent, (draft, version) => {
        const stem = `${toFileName(deps.projectInfo().name)} v${version.number} ${format}`;
        return moveToFreeName(draft, parent, stem);
      });
    },
    /** Straight into `folder`, for scripts: files of the same name are replaced, others stay. */
    writeInto(folder: string, handoff: Pick<NewHandoff, "versionId" | "format">): Promise<Handoff> {
      // Inside the folder, because a mounted or lent one may be all that can be written to.
      return handOver(handoff, folder, (draft) => moveFilesInto(draft, folder));
    },
  };
}
export type HandoffService = ReturnType<typeof createHandoffService>;

const accompanying = ({ name, bytes, sha256 }: WrittenFile): ManifestFile => ({
  file: name,
  split: null,
  rows: null,
  bytes,
  sha256,
});

const grantDownload = (
  grants: FileGrants,
  folder: string,
  { file, rows, bytes, sha256 }: ManifestFile,
): HandoffFile => {
  const { fileId } = grants.add(join(folder, file), "download");
  return { name: file, rows, bytes, sha256, downloadId: fileId };
};

/** A hidden folder beside the final one, so that moving it into place is a single step. */
async function makeDraft(parent: string): Promise<string> {
  try {
    await mkdir(parent, { recursive: true });
    const draft = join(parent, `.tacit-draft-${newId()}`);
    await mkdir(draft);
    return draft;
  } catch (error) {
    throw asFolderError(error, parent);
  }
}

/** Gives the draft its name: "<stem>", "<stem> 2", …; what is there already is never touched. */
async function moveToFreeName(draft: string, parent: string, stem: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(parent, number === 1 ? stem : `${stem} ${number}`);
    if (existsSync(folder)) continue;
    await rename(draft, folder);
    return folder;
  }
}

/** EEXIST: a file stands where the folder should be; no hand-off ever writes over a file. */
const NOT_WRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);

/** Moves file by file; each appears whole. */
async function moveFilesInto(draft: string, folder: string): Promise<string> {
  for (const name of await readdir(draft)) await rename(join(draft, name), join(folder, name));
  return folder;
}

function asFolderError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOSPC" || code === "EDQUOT") return new AppError("diskFull", {}, { cause: error });
  if (code !== undefined && NOT_WRITABLE.has(code))
    return new AppError("folderNotWritable", { folder: basename(folder) }, { cause: error });
  return error;
}
