import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** As in package.json. */
const APP_NAME = "tacit";

/** Where a host without a window system keeps things; every folder can be set from the environment. */
export interface HostFolders {
  appDir: string;
  /** The same for every host, so that what one backs up another can restore. */
  backupsDir: string;
  projectsDir: string;
  resourcesDir: string;
  rendererDir: string;
}

/** The nearest folder upwards that holds the project's package.json. */
function packageRoot(from: string): string {
  let folder = from;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("Tacit's own files are incomplete");
    folder = parent;
  }
  return folder;
}

/** Where the desktop application keeps its own; named as Electron names it. */
function desktopDataDir(env: NodeJS.ProcessEnv): string {
  const home = homedir();
  if (process.platform === "win32")
    return join(env["APPDATA"] ?? join(home, "AppData", "Roaming"), APP_NAME);
  if (process.platform === "darwin") return join(home, "Library", "Application Support", APP_NAME);
  return join(env["XDG_CONFIG_HOME"] ?? join(home, ".config"), APP_NAME);
}

export function hostFolders(env: NodeJS.ProcessEnv = process.env): HostFolders {
  const root = packageRoot(import.meta.dirname);
  return {
    appDir: env["TACIT_APP_DIR"] ?? join(homedir(), ".tacit"),
    backupsDir: join(env["TACIT_APP_DIR"] ?? desktopDataDir(env), "backups"),
    projectsDir: env["TACIT_PROJECTS_DIR"] ?? join(homedir(), "Tacit"),
    resourcesDir: join(root, "resources"),
    rendererDir: join(root, "out", "renderer"),
  };
}
