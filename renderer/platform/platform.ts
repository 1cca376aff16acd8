import type { FileGrant } from "../../shared/contract/primitives.ts";
import type { DesktopPlatform } from "../../shared/platform.ts";
import {
  chooseFileInBrowser,
  chooseFolderInBrowser,
  downloadInBrowser,
  uploadDropped,
  uploadFile,
} from "./web.ts";

/**
 * What screens may ask of the computer they run on; desktop and web answer each in their way.
 * In a browser no folder to write into can be chosen: files then go to the Tacit folder.
 */
export interface Platform extends Omit<DesktopPlatform, "kind"> {
  kind: "desktop" | "web";
}

const web: Platform = {
  kind: "web",
  pickFile: chooseFileInBrowser,
  pickFolder: async () => null,
  pickDataFolder: chooseFolderInBrowser,
  grantDropped: uploadFile,
  grantText: (name, text) => uploadFile(new File([text], name)),
  saveDownload: downloadInBrowser,
  onCommand: () => () => {},
};

export const platform: Platform = window.tacit ?? web;

/**
 * Everything that was dropped, as one grant; null for a drop without files. `gather` makes one grant of
 * several. Must be called while the event is handled.
 */
export function takeDropped(
  transfer: DataTransfer,
  gather: (fileIds: string[]) => Promise<FileGrant>,
): Promise<FileGrant | null> {
  if (platform.kind === "web") return uploadDropped(transfer);
  // A dropped folder is a file to the page, and the desktop knows its path.
  const granted = [...transfer.files].map((file) => platform.grantDropped(file));
  return Promise.all(granted).then(async (grants) => {
    const [first] = grants;
    if (grants.length <= 1) return first ?? null;
    return gather(grants.map(({ fileId }) => fileId));
  });
}
