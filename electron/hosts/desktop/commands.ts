import type { WebContents } from "electron";
import type { DesktopCommand } from "#shared/platform.ts";
import { IPC } from "./messages.ts";

/** Passes commands to the page, and keeps those that come before it is there. */
export function createCommandQueue() {
  let page: WebContents | null = null;
  let waiting: DesktopCommand[] = [];
  return {
    send(command: DesktopCommand): void {
      if (page === null || page.isDestroyed()) waiting.push(command);
      else page.send(IPC.command, command);
    },
    /** The page has loaded far enough to listen. */
    connected(contents: WebContents): void {
      page = contents;
      for (const command of waiting) contents.send(IPC.command, command);
      waiting = [];
    },
    /** The page is being loaded again, or gone. */
    disconnected(): void {
      page = null;
    },
  };
}
export type CommandQueue = ReturnType<typeof createCommandQueue>;
