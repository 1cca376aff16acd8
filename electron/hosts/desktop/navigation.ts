import { app, dialog, type Session, shell, type WebContents } from "electron";
import { translate } from "#shared/messages/translate.ts";
import type { AppAddress } from "./app-address.ts";

/** Sites that the screens link to: services that train, and the licences of the samples. */
const LINKED_HOSTS = new Set([
  "platform.openai.com",
  "tokenfactory.nebius.com",
  "api.together.ai",
  "app.fireworks.ai",
  "console.mistral.ai",
  "creativecommons.org",
  "huggingface.co",
  "github.com",
]);

/** Requests that never leave this computer, whatever their address. */
const LOCAL_SCHEMES = ["data:", "blob:", "devtools:"];

/** The screens get no permission, no download, no dictionary, and no request but to the application. */
export function lockSession(session: Session, address: AppAddress): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const allowed = address.owns(url) || LOCAL_SCHEMES.some((scheme) => url.startsWith(scheme));
    callback({ cancel: !allowed });
  });
}

/** No page leaves the application, opens a window or embeds another page. */
export function lockNavigation(address: AppAddress): void {
  app.on("web-contents-created", (_event, contents) => {
    const stayInside = (event: { url: string; preventDefault(): void }) => {
      if (!address.owns(event.url)) event.preventDefault();
    };
    contents.on("will-navigate", stayInside);
    contents.on("will-frame-navigate", stayInside);
    contents.on("will-redirect", stayInside);
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void offerLink(contents, url);
      return { action: "deny" };
    });
  });
}

const isLinked = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, port } = new URL(url);
  return protocol === "https:" && LINKED_HOSTS.has(hostname) && username === "" && port === "";
};

/** Opens a known site in the user's browser, after asking. */
async function offerLink(contents: WebContents, url: string): Promise<void> {
  if (contents.isDestroyed() || !isLinked(url)) return;
  const { response } = await dialog.showMessageBox({
    type: "question",
    message: translate("desktop.link.title"),
    detail: url,
    buttons: [translate("desktop.link.open"), translate("common.cancel")],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(url);
}
