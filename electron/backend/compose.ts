import { rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ProjectInfo, SampleProject } from "#shared/features/projects/contract.ts";
import { BACKUP_TIMING, type BackupTiming } from "#shared/features/backups/timing.ts";
import { createBackupLibrary } from "./features/backups/library.ts";
import { createBackupStore } from "./features/backups/store.ts";
import { createArrivals } from "./features/projects/arrivals.ts";
import { createSample } from "./features/projects/create-sample.ts";
import { createProjectLibrary } from "./features/projects/library.ts";
import { createNewProjects } from "./features/projects/new-projects.ts";
import { createRescue } from "./features/rescue/service.ts";
import { createConnectionService } from "./features/providers/connections.ts";
import type { Person } from "./features/experts/person.ts";
import { createKnownOwners } from "./features/handouts/known-owners.ts";
import { createBundleDesk } from "./features/handouts/open-slice.ts";
import { createFileGrants } from "./files/grants.ts";
import { makeTempDir } from "./files/temp-dir.ts";
import { createPeople } from "./identity/people.ts";
import { createInstantProvider } from "./providers/instant/index.ts";
import { createOpenAiProvider } from "./providers/openai/index.ts";
import type { Provider } from "./providers/provider.ts";
import { createProviderRegistry } from "./providers/registry.ts";
import type { LogError } from "./rpc/error-log.ts";
import type { SecretStore } from "./secrets/secret-store.ts";
import { createProjectSlot } from "./project-slot.ts";
import type { SessionDeps } from "./session.ts";
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
  /** Where backups are kept; shared by all hosts of this user. By default below `appDir`. */
  backupsDir?: string;
  /** When backups are made without being asked for; null for hosts that open files for a script. */
  backupTiming?: BackupTiming | null;
  /** The user's home folder, unless the system's answer is not wanted. */
  homeDir?: string;
  appVersion: string;
  logError: LogError;
  /** Who sits at this computer, when it is not who was chosen here. */
  person?: () => Person | null;
}

/** Where a project may move to when it lies in a folder that others write to, in order of preference. */
const safeFoldersOf = ({ projectsDir, appDir, homeDir = homedir() }: BackendOptions): string[] => [
  projectsDir,
  join(homeDir, "Tacit"),
  join(appDir, "projects"),
];

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
  const { backupTiming = BACKUP_TIMING, backupsDir = join(options.appDir, "backups") } = options;
  const store = createBackupStore(backupsDir);
  const people = createPeople(join(options.appDir, "people"));
  const deps: SessionDeps = {
    grants,
    connections,
    providers,
    handoffsDir: join(options.projectsDir, "Hand-offs"),
    appVersion: options.appVersion,
    backups: { store, timing: backupTiming },
    tempDir,
    logError: options.logError,
    person: options.person ?? people.current,
    people,
    bundlesDir: join(options.projectsDir, "Shared work"),
  };
  const slot = createProjectSlot(deps, (path, info) => {
    if (options.keepsRecent !== false) library.remember(path, info);
  });
  const { current, session, open: openProject, close: closeProject, reopen: reopenProject } = slot;
  const rescue = createRescue({
    grants,
    library,
    releaseProject: slot.release,
    currentPath: () => slot.current()?.path ?? null,
    rescuedDir: options.projectsDir,
    tempDir,
  });

  const safeFolders = safeFoldersOf(options);
  const backups = createBackupLibrary({ store, slot, library, grants, tempDir, safeFolders });

  const host = { grants, library, tempDir, people, current, session, openProject };
  const arrivals = createArrivals(host);
  const owners = createKnownOwners(join(options.appDir, "people", "known-owners.json"), people);
  const bundleDesk = createBundleDesk({ ...host, owners });

  const { createProject, createProjectAt } = createNewProjects({ grants, library, openProject });

  return {
    grants,
    library,
    backups,
    settings,
    connections,
    providers,
    tempDir,
    logError: options.logError,
    current,
    session,
    openProject,
    openGranted: (fileId: string) => arrivals.openGranted(fileId),
    closeProject,
    reopenProject,
    saveCopy: (folderId?: string) => arrivals.saveCopy(folderId),
    rescue,
    people,
    bundleDesk,
    createProject,
    createProjectAt,
    createSample(sampleId: SampleProject["sampleId"]): Promise<ProjectInfo> {
      const { resourcesDir } = options;
      return createSample(sampleId, { resourcesDir, createProject, current, closeProject });
    },
    async close() {
      await closeProject();
      rmSync(tempDir, { recursive: true, force: true });
    },
  };
}
export type Backend = ReturnType<typeof composeBackend>;
