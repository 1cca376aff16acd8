import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import { lockProject, type ProjectLock } from "./db/lock.ts";
import { assertKnownSchema } from "./db/known-schema.ts";
import { migrate } from "./db/migrate.ts";
import { asAppError, closeToOneFile, type Db, openForReading, openForWriting } from "./db/open.ts";
import { type AnnotationService, createAnnotationService } from "./features/annotations/service.ts";
import { type CheckService, createCheckService } from "./features/checks/service.ts";
import { type ComparisonService, createComparisonService } from "./features/comparisons/service.ts";
import { createDefinitionService, type DefinitionService } from "./features/definitions/service.ts";
import {
  createErasureService,
  type ErasureService,
  type PurgeFromBackups,
} from "./features/erasure/service.ts";
import { type BulkService, createBulkService } from "./features/examples/bulk/service.ts";
import { createExampleService, type ExampleService } from "./features/examples/service.ts";
import { createExampleViews, type ExampleViews } from "./features/examples/views/views.ts";
import { createHandoffService, type HandoffService } from "./features/handoffs/service.ts";
import { createRunInSlices } from "./features/history/run-in-slices.ts";
import { createHistoryService } from "./features/history/service.ts";
import {
  createTimelineService,
  type TimelineService,
} from "./features/history/timeline-service.ts";
import { rollBackUnfinished } from "./features/imports/rollback/roll-back.ts";
import { createImportService, type ImportService } from "./features/imports/service.ts";
import { createProjectService } from "./features/projects/service.ts";
import type { ConnectionService } from "./features/providers/connections.ts";
import { createSearchService, type SearchService } from "./features/search/service.ts";
import { createTrainingService, type TrainingService } from "./features/training/service.ts";
import { createVersionService, type VersionService } from "./features/versions/service.ts";
import type { FileGrants } from "./files/grants.ts";
import { JobRunner } from "./jobs/runner.ts";
import type { LogError } from "./rpc/error-log.ts";
import type { ProviderRegistry } from "./providers/registry.ts";

/** What the application lends to an open project. */
export interface SessionDeps {
  grants: FileGrants;
  connections: ConnectionService;
  providers: ProviderRegistry;
  /** Where hand-offs go unless the user chose a folder. */
  handoffsDir: string;
  appVersion: string;
  /** Takes examples that are deleted for ever out of this project's backups. */
  purgeFromBackups?: PurgeFromBackups;
  logError: LogError;
}

/** One open project: its connection, its services and its running jobs. */
export interface ProjectSession {
  path: string;
  db: Db;
  history: ReturnType<typeof createHistoryService>;
  jobs: JobRunner;
  project: ReturnType<typeof createProjectService>;
  examples: ExampleService;
  views: ExampleViews;
  bulk: BulkService;
  timeline: TimelineService;
  erasure: ErasureService;
  search: SearchService;
  annotations: AnnotationService;
  definitions: DefinitionService;
  imports: ImportService;
  checks: CheckService;
  handoffs: HandoffService;
  versions: VersionService;
  training: TrainingService;
  comparisons: ComparisonService;
  journey(): ReturnType<ReturnType<typeof createProjectService>["journey"]>;
  verify(): ReturnType<ReturnType<typeof createProjectService>["verify"]>;
  close(): Promise<void>;
}

/** Opens a project that exists; creating one is `createProjectFile` followed by this. */
export function openSession(path: string, deps: SessionDeps): ProjectSession {
  const fileName = basename(path);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new AppError("fileMissing", { name: fileName });
  // Opening a pipe would wait for a writer, for ever.
  if (!found.isFile()) throw new AppError("notATacitFile", { name: fileName });
  let lock: ProjectLock | undefined;
  let db: Db | undefined;
  try {
    lock = lockProject(path, fileName);
    db = openProjectDb(path, fileName);
    return withClose(composeSession(path, db, deps), lock);
  } catch (error) {
    db?.close();
    lock?.release();
    throw asAppError(error, fileName);
  }
}

function withClose(session: Omit<ProjectSession, "close">, lock: ProjectLock): ProjectSession {
  return {
    ...session,
    async close() {
      try {
        await session.jobs.close();
        await session.checks.close();
        session.search.close();
        await session.views.close();
      } finally {
        try {
          closeToOneFile(session.db);
        } finally {
          lock.release();
        }
      }
    },
  };
}

function openProjectDb(path: string, fileName: string): Db {
  const probe = openForReading(path);
  try {
    assertKnownSchema(probe, fileName);
  } finally {
    probe.close();
  }
  const db = openForWriting(path);
  try {
    migrate(db, path);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function composeSession(path: string, db: Db, deps: SessionDeps): Omit<ProjectSession, "close"> {
  const jobs = new JobRunner(db, deps.logError);
  const history = createHistoryService(db);
  jobs.markInterrupted();
  const search = createSearchService(db, {
    isBusy: () => jobs.list(true).some(({ kind }) => kind === "import" || kind === "bulkChange"),
    logError: deps.logError,
  });
  search.start();
  rollBackUnfinished(db);
  const project = createProjectService(db, { fileName: basename(path), folder: dirname(path) });
  const examples = createExampleService(db);
  const views = createExampleViews(db, path);
  const annotations = createAnnotationService(db, examples);
  const definitions = createDefinitionService(db, annotations);
  const runInSlices = createRunInSlices(db, jobs);
  const timeline = createTimelineService(db, runInSlices);
  const bulk = createBulkService(db, { views, runInSlices });
  const imports = createImportService(db, jobs);
  const checks = createCheckService(db, path);
  const erasure = createErasureService(db, {
    jobs,
    views,
    search,
    stopReaders: () => checks.stop(),
    purgeFromBackups: deps.purgeFromBackups ?? (() => Promise.resolve(0)),
  });
  const versions = createVersionService(db);
  const handoffs = createHandoffService(db, { ...deps, versions, projectInfo: project.info });
  const { connections, providers } = deps;
  const training = createTrainingService({ db, jobs, versions, providers, connections });
  training.resumeRemote();
  const comparisons = createComparisonService(db, { jobs, versions, training });
  return {
    path,
    db,
    history,
    jobs,
    project,
    examples,
    views,
    bulk,
    timeline,
    erasure,
    search,
    annotations,
    definitions,
    imports,
    checks,
    versions,
    training,
    comparisons,
    handoffs,
    journey: () => project.journey(annotations.counts()),
    verify: () => project.verify(versions.verifyHashes),
  };
}
