import { ORPCError } from "@orpc/client";
import { AppErrorData } from "../../shared/errors/app-error.ts";
import { FileGrant } from "../../shared/contract/primitives.ts";
import type { FileChoice } from "../../shared/platform.ts";
import { type DroppedFile, listDropped } from "./dropped-files.ts";

const ACCEPTED: Record<FileChoice, string> = {
  data: ".csv,.tsv,.tab,.xlsx,.xlsm,.parquet,.json,.jsonl,.ndjson,.txt,.md,.docx,.docm,.pdf",
  project: ".tacit",
  bundle: ".tacit-slice,.tacit-return",
};

async function post(path: string, body?: Blob): Promise<Response> {
  const response = await fetch(path, { method: "POST", ...(body ? { body } : {}) });
  if (!response.ok) {
    // The backend says why in the way in which calls fail; anything else says it with its number.
    const failure = AppErrorData.safeParse(await response.json().catch(() => null));
    if (failure.success) throw new ORPCError("APP", { data: failure.data });
    throw new Error(`${path.split("?")[0]} answered ${response.status}`);
  }
  return response;
}

/** Hands the file to the backend on this same computer. */
export async function uploadFile(file: File): Promise<FileGrant> {
  const response = await post(`/upload?name=${encodeURIComponent(file.name)}`, file);
  return FileGrant.parse(await response.json());
}

/** Hands several files over as one folder of the given name. */
async function uploadFolder(name: string, files: readonly DroppedFile[]): Promise<FileGrant> {
  const begun = await post(`/upload-folder?name=${encodeURIComponent(name)}`);
  const folder = FileGrant.parse(await begun.json());
  let bytes = 0;
  for (const { path, file } of files) {
    await post(`/upload-into?folder=${folder.fileId}&path=${encodeURIComponent(path)}`, file);
    bytes += file.size;
  }
  return { ...folder, bytes };
}

/** One file as it is, several as a folder; null when nothing was chosen. */
async function upload(name: string, files: readonly DroppedFile[]): Promise<FileGrant | null> {
  const [first] = files;
  if (!first) return null;
  return files.length === 1 && name === "" ? uploadFile(first.file) : uploadFolder(name, files);
}

/** What was dropped on the page; must be called while the event is handled. */
export function uploadDropped(transfer: DataTransfer): Promise<FileGrant | null> {
  return listDropped(transfer).then(({ name, files }) =>
    upload(name || (files.length > 1 ? several(files) : ""), files),
  );
}

const several = (files: readonly DroppedFile[]) =>
  `${files[0]?.file.name ?? ""} + ${files.length - 1}`;

export function chooseFileInBrowser(choice: FileChoice): Promise<FileGrant | null> {
  return choose({ accept: ACCEPTED[choice], multiple: choice === "data" }, (files) => {
    const chosen = files.map((file) => ({ path: file.name, file }));
    return upload(files.length > 1 ? several(chosen) : "", chosen);
  });
}

export function chooseFolderInBrowser(): Promise<FileGrant | null> {
  return choose({ webkitdirectory: true }, (files) => {
    const [name = ""] = files[0]?.webkitRelativePath.split("/") ?? [];
    const chosen = files.map((file) => ({
      path: file.webkitRelativePath.split("/").slice(1).join("/") || file.name,
      file,
    }));
    return upload(name || "files", chosen);
  });
}

function choose(
  options: Partial<Pick<HTMLInputElement, "accept" | "multiple" | "webkitdirectory">>,
  take: (files: File[]) => Promise<FileGrant | null>,
): Promise<FileGrant | null> {
  return new Promise((resolve, reject) => {
    const input = Object.assign(document.createElement("input"), { type: "file", ...options });
    input.addEventListener("cancel", () => resolve(null));
    input.addEventListener("change", () => {
      take([...(input.files ?? [])]).then(resolve, reject);
    });
    input.click();
  });
}

export async function downloadInBrowser(
  downloadId: string,
  suggestedName: string,
): Promise<boolean> {
  const link = document.createElement("a");
  link.href = `/download/${downloadId}`;
  link.download = suggestedName;
  link.click();
  return true;
}
