import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** Where a host without a window system keeps things; every folder can be set from the environment. */
export interface HostFolders {
  appDir: string;
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

export function hostFolders(env: NodeJS.ProcessEnv = process.env): HostFolders {
  const root = packageRoot(import.meta.dirname);
  return {
    appDir: env["TACIT_APP_DIR"] ?? join(homedir(), ".tacit"),
    projectsDir: env["TACIT_PROJECTS_DIR"] ?? join(homedir(), "Tacit"),
    resourcesDir: join(root, "resources"),
    rendererDir: join(root, "out", "renderer"),
  };
}
