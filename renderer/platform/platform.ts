import type { FileGrant } from "../../shared/contract/primitives.ts";
import { chooseFileInBrowser, downloadInBrowser, uploadFile } from "./web.ts";

export type FileChoice = "data" | "project";

/** What screens may ask of the computer they run on; desktop and web answer each in their way. */
export interface Platform {
  kind: "desktop" | "web";
  /** Resolves to null when the user closes the dialog. */
  pickFile(choice: FileChoice): Promise<FileGrant | null>;
  /** Null also where folders cannot be chosen; files then go to the Tacit folder. */
  pickFolder(): Promise<FileGrant | null>;
  /** Turns a dropped file into a grant. */
  grantDropped(file: File): Promise<FileGrant>;
  saveDownload(downloadId: string, suggestedName: string): Promise<boolean>;
}

const web: Platform = {
  kind: "web",
  pickFile: chooseFileInBrowser,
  pickFolder: async () => null,
  grantDropped: uploadFile,
  saveDownload: downloadInBrowser,
};

export const platform: Platform = window.tacit ?? web;
