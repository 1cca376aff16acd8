import { type BrowserWindow, dialog, type FileFilter } from "electron";
import { AppError } from "#shared/errors/app-error.ts";
import { describeError, translate } from "#shared/messages/translate.ts";
import type { FileChoice } from "#shared/platform.ts";

/** Endings a data file may have; anything else can still be chosen under "All files". */
const DATA_ENDINGS = [
  "csv",
  "tsv",
  "tab",
  "xlsx",
  "xlsm",
  "parquet",
  "json",
  "jsonl",
  "ndjson",
  "txt",
  "md",
  "docx",
  "docm",
  "pdf",
];

function filtersFor(choice: FileChoice): FileFilter[] {
  if (choice === "project")
    return [{ name: translate("desktop.dialog.projectFiles"), extensions: ["tacit"] }];
  if (choice === "bundle")
    return [
      {
        name: translate("desktop.dialog.bundleFiles"),
        extensions: ["tacit-slice", "tacit-return"],
      },
    ];
  return [
    { name: translate("desktop.dialog.dataFiles"), extensions: DATA_ENDINGS },
    { name: translate("desktop.dialog.allFiles"), extensions: ["*"] },
  ];
}

const CHOOSE = {
  data: "desktop.dialog.chooseData",
  project: "desktop.dialog.chooseProject",
  bundle: "desktop.dialog.chooseBundle",
} as const satisfies Record<FileChoice, string>;

/** Paths of the chosen files: one project, or any number of data files; none when the dialog was closed. */
export async function chooseFiles(window: BrowserWindow, choice: FileChoice): Promise<string[]> {
  const title = CHOOSE[choice];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: translate(title),
    properties: choice === "data" ? ["openFile", "multiSelections"] : ["openFile"],
    filters: filtersFor(choice),
  });
  return canceled ? [] : filePaths;
}

/** Path of the chosen folder, or null; one to write into may be made in the dialog. */
export async function chooseFolder(
  window: BrowserWindow,
  use: "openOnly" | "write" = "write",
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: translate("desktop.dialog.chooseFolder"),
    properties: use === "write" ? ["openDirectory", "createDirectory"] : ["openDirectory"],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Path to write to, or null; the system asks before anything is replaced. */
export async function chooseTarget(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: translate("desktop.dialog.saveAs"),
    defaultPath: name,
  });
  return canceled || filePath === "" ? null : filePath;
}

/** What happened, whether the work is safe, what to do next. */
export async function showFailure(window: BrowserWindow, error: unknown): Promise<void> {
  const text = describeError(error);
  await dialog.showMessageBox(window, {
    type: error instanceof AppError ? "warning" : "error",
    message: text.what,
    detail: `${text.safe}\n\n${text.next}`,
  });
}

/** True when the user wants the background part started again. */
export async function askToRestart(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: "error",
    message: translate("desktop.backendEnded.what"),
    detail: translate("desktop.backendEnded.safe"),
    buttons: [translate("desktop.backendEnded.restart"), translate("desktop.quit")],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 0;
}

export function showHopelessPage(): void {
  dialog.showErrorBox(translate("desktop.pageEnded.what"), translate("desktop.pageEnded.safe"));
}

/** For failures before there is a window. */
export function showStartFailure(error: unknown): void {
  const text = describeError(error);
  dialog.showErrorBox(text.what, `${text.safe}\n\n${text.next}`);
}
