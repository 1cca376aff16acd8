import { rmSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { ProjectInfo, SampleProject } from "#shared/features/projects/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { createSample } from "./features/projects/create-sample.ts";
import { createProjectFile } from "./features/projects/create-project-file.ts";
import { createProjectLibrary } from "./features/projects/library.ts";
import { createConnectionService } from "./features/providers/connections.ts";
import { createFileGrants } from "./files/grants.ts";
import { makeTempDir } from "./files/temp-dir.ts";
import { createInstantProvider } from "./providers/instant/index.ts";
import { createOpenAiProvider } from "./providers/openai/index.ts";
import type { Provider } from "./providers/provider.ts";
import { createProviderRegistry } from "./providers/registry.ts";
import type { LogError } from "./rpc/error-log.ts";
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
  /** Who trains and answers, when it is not everyone that Tacit knows. */
  providers?: readonly Provider[];
  /** False for hosts that open files for a script: the user's list of recent projects stays theirs. */
  keepsRecent?: boolean;
  appVersion: string;
  logError: LogError;
}

/** The whole application without a window; every host holds exactly one. */
export function composeBackend(options: BackendOptions) {
  const tempDir = makeTempDir(join(options.appDir, "temp"));
  const settings = createSettingsStore(join(options.appDir, "settings.json"));
  const grants = createFileGrants();
  const library = createProjectLibrary(settings, options.projectsDir);
  const connections = createConnectionService(settings, options.secrets);
  const providers = createProviderRegistry(
    options.providers ?? [createInstantProvider(), createOpenAiProvider()],
  );
  const deps: SessionDeps = {
    grants,
    settings,
    secrets: options.secrets,
    connections,
    providers,
    handoffsDir: join(options.projectsDir, "Hand-offs"),
    tempDir,
    appVersion: options.appVersion,
    logError: options.logError,
  };
  let open: ProjectSession | null = null;

  /** Opening and closing happen one after the other, however quickly they are asked for. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = turn.then(act);
    turn = result.catch(() => undefined);
    return result;
  }

  async function closeNow() {
    const closing = open;
    open = null;
    await closing?.close();
  }

  const closeProject = () => inTurn(closeNow);

  const openProject = (path: string): Promise<ProjectInfo> =>
    inTurn(async () => {
      if (open?.path === path) return open.project.info();
      await closeNow();
      open = openSession(path, deps);
      const info = open.project.info();
      if (options.keepsRecent !== false) library.remember(path, info);
      return info;
    });

  async function createProject(input: { name: string; taskType: TaskType; folderId?: string }) {
    const folder = input.folderId ? grants.getPath(input.folderId, "folder") : undefined;
    return createProjectAt(library.freePath(input.name, folder), input);
  }

  async function createProjectAt(path: string, project: { name: string; taskType: TaskType }) {
    createProjectFile(path, { name: project.name, taskType: project.taskType });
    return openProject(path);
  }

  return {
    grants,
    library,
    settings,
    secrets: options.secrets,
    connections,
    providers,
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
    createProjectAt,
    createSample(sampleId: SampleProject["sampleId"]): Promise<ProjectInfo> {
      const { resourcesDir } = options;
      const current = () => open;
      return createSample(sampleId, { resourcesDir, createProject, current, closeProject });
    },
    async close() {
      await closeProject();
      rmSync(tempDir, { recursive: true, force: true });
    },
  };
}
export type Backend = ReturnType<typeof composeBackend>;
