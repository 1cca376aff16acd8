import type { DesktopPlatform } from "../../shared/platform.ts";
import { chooseFileInBrowser, downloadInBrowser, uploadFile } from "./web.ts";

/**
 * What screens may ask of the computer they run on; desktop and web answer each in their way.
 * In a browser no folder can be chosen: files then go to the Tacit folder.
 */
export interface Platform extends Omit<DesktopPlatform, "kind"> {
  kind: "desktop" | "web";
}

const web: Platform = {
  kind: "web",
  pickFile: chooseFileInBrowser,
  pickFolder: async () => null,
  grantDropped: uploadFile,
  grantText: (name, text) => uploadFile(new File([text], name)),
  saveDownload: downloadInBrowser,
  onCommand: () => () => {},
};

export const platform: Platform = window.tacit ?? web;
