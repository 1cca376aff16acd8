import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { ProjectInfo, SampleProject } from "#shared/features/projects/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { createProjectFile } from "./features/projects/create-project-file.ts";
import { createProjectLibrary } from "./features/projects/library.ts";
import { createFileGrants } from "./files/grants.ts";
import type { LogError } from "./rpc/boundary.ts";
import type { SecretStore } from "./secrets/secret-store.ts";
import { openSession, type ProjectSession, type SessionDeps } from "./session.ts";
import { createSettingsStore } from "./settings/settings.ts";

export interface BackendOptions {
  /** Settings and temporary files of this user. */
  appDir: string;
  /** Where new projects and hand-offs go unless the user chooses. */
  projectsDir: string;
  /** The folder of shipped resources. */
  resourcesDir: string;
  secrets: SecretStore;
  appVersion: string;
  logError: LogError;
}

/** The whole application without a window; every host holds exactly one. */
export function composeBackend(options: BackendOptions) {
  const tempDir = join(options.appDir, "temp");
  rmSync(tempDir, { recursive: true, force: true });
  mkdirSync(tempDir, { recursive: true });
  const settings = createSettingsStore(join(options.appDir, "settings.json"));
  const grants = createFileGrants();
  const library = createProjectLibrary(settings, options.projectsDir);
  const deps: SessionDeps = {
    grants,
    settings,
    secrets: options.secrets,
    handoffsDir: join(options.projectsDir, "Hand-offs"),
    tempDir,
    appVersion: options.appVersion,
    logError: options.logError,
  };
  let open: ProjectSession | null = null;

  async function closeProject() {
    const closing = open;
    open = null;
    await closing?.close();
  }

  async function openProject(path: string): Promise<ProjectInfo> {
    if (open?.path === path) return open.project.info();
    await closeProject();
    open = openSession(path, deps);
    const info = open.project.info();
    library.remember(path, info);
    return info;
  }

  async function createProject(input: { name: string; taskType: TaskType; folderId?: string }) {
    const folder = input.folderId ? grants.getPath(input.folderId, "folder") : undefined;
    const path = library.freePath(input.name, folder);
    createProjectFile(path, { name: input.name, taskType: input.taskType });
    return openProject(path);
  }

  return {
    grants,
    library,
    settings,
    secrets: options.secrets,
    tempDir,
    logError: options.logError,
    current: () => open,
    /** The open project, or a failure that says to open one. */
    session(): ProjectSession {
      if (!open) throw new AppError("noProjectOpen");
      return open;
    },
    openProject,
    closeProject,
    createProject,
    createSample: async (sampleId: SampleProject["sampleId"]): Promise<ProjectInfo> => {
      throw new AppError("notFound", { thing: sampleId });
    },
    close: closeProject,
  };
}
export type Backend = ReturnType<typeof composeBackend>;
