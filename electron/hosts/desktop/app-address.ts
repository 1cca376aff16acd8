import { app } from "electron";

/** Where the screens live, and the test for addresses that belong to them. */
export interface AppAddress {
  url: string;
  owns(url: string): boolean;
}

export const APP_SCHEME = "app";
const APP_URL = "app://tacit/";

/** The built screens, or the development server that electron-vite names. */
export function appAddress(): AppAddress {
  const devUrl = app.isPackaged ? undefined : process.env["ELECTRON_RENDERER_URL"];
  if (devUrl === undefined) return { url: APP_URL, owns: (url) => url.startsWith(APP_URL) };
  const { host } = new URL(devUrl);
  return { url: devUrl, owns: (url) => URL.canParse(url) && new URL(url).host === host };
}
