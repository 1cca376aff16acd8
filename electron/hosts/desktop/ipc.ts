import { basename } from "node:path";
import {
  BrowserWindow,
  ipcMain,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  MessageChannelMain,
} from "electron";
import { z } from "zod";
import { Id } from "#shared/contract/primitives.ts";
import type { AppAddress } from "./app-address.ts";
import type { BackendProcess } from "./backend-process.ts";
import { chooseFiles, chooseFolder, chooseTarget, showFailure } from "./dialogs.ts";
import { IPC } from "./messages.ts";

const FilePath = z.string().min(1).max(32_768);
const FileName = z.string().min(1).max(255);
/** More than any spreadsheet puts on the clipboard. */
const PastedText = z.string().min(1).max(200_000_000);

interface IpcOptions {
  address: AppAddress;
  backend(): BackendProcess;
  onConnected(contents: Electron.WebContents): void;
}

/** The few things a page may ask of the main process; who asks and what with is checked each time. */
export function serveIpc(options: IpcOptions): void {
  const { address } = options;

  /** Only the application's own page, and not a frame inside it. */
  function windowOf(event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow {
    const { senderFrame, sender } = event;
    const window = BrowserWindow.fromWebContents(sender);
    const isOurs =
      window !== null &&
      senderFrame !== null &&
      senderFrame === sender.mainFrame &&
      address.owns(senderFrame.url);
    if (!isOurs) throw new Error("refused: not the application's own page");
    return window;
  }

  function handle<Input extends z.ZodTuple>(
    channel: string,
    input: Input,
    answer: (window: BrowserWindow, ...given: z.output<Input>) => Promise<unknown>,
  ) {
    ipcMain.handle(channel, (event, ...given: unknown[]) =>
      answer(windowOf(event), ...input.parse(given)),
    );
  }

  handle(IPC.connect, z.tuple([]), async (window) => {
    const { port1, port2 } = new MessageChannelMain();
    await options.backend().connect(port1);
    window.webContents.postMessage(IPC.port, null, [port2]);
    options.onConnected(window.webContents);
  });
  handle(IPC.pickFile, z.tuple([z.enum(["data", "project", "bundle"])]), async (window, choice) => {
    const paths = await chooseFiles(window, choice);
    return paths.length === 0 ? null : options.backend().grantSeveral(paths);
  });
  handle(IPC.pickFolder, z.tuple([]), async (window) => {
    const path = await chooseFolder(window);
    return path === null ? null : options.backend().grant(path, "folder");
  });
  handle(IPC.pickDataFolder, z.tuple([]), async (window) => {
    const path = await chooseFolder(window, "openOnly");
    return path === null ? null : options.backend().grant(path, "read");
  });
  handle(IPC.grantDropped, z.tuple([FilePath]), (_window, path) =>
    options.backend().grant(path, "read"),
  );
  handle(IPC.grantText, z.tuple([FileName, PastedText]), (_window, name, text) =>
    options.backend().grantText(name, text),
  );
  handle(IPC.saveDownload, z.tuple([Id, FileName]), async (window, downloadId, suggestedName) => {
    const targetPath = await chooseTarget(window, basename(suggestedName));
    if (targetPath === null) return false;
    try {
      await options.backend().saveDownload(downloadId, targetPath);
      return true;
    } catch (error) {
      await showFailure(window, error);
      return false;
    }
  });
}
