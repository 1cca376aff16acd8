import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import {
  type BackgroundCheckpoint,
  createBackgroundCheckpoint,
} from "./db/background-checkpoint.ts";
import { asAppError, closeToOneFile, type Db, mayWrite } from "./db/open.ts";
import { openProjectFile, type OpenedProject, quickProblems } from "./db/open-project.ts";
import { type AgreementService, createAgreementService } from "./features/agreement/service.ts";
import type { AnnotationService } from "./features/annotations/service.ts";
import {
  createBackupService,
  type BackupDeps,
  type BackupService,
} from "./features/backups/service.ts";
import { type CheckService, createCheckService } from "./features/checks/service.ts";
import { type ComparisonService, createComparisonService } from "./features/comparisons/service.ts";
import { createDefinitionService, type DefinitionService } from "./features/definitions/service.ts";
import { createErasureService, type ErasureService } from "./features/erasure/service.ts";
import { type BulkService, createBulkService } from "./features/examples/bulk/service.ts";
import { createExampleService, type ExampleService } from "./features/examples/service.ts";
import { createExampleViews, type ExampleViews } from "./features/examples/views/views.ts";
import type { Person } from "./features/experts/person.ts";
import { createExpertService, type ExpertService } from "./features/experts/service.ts";
import { createHandoffService, type HandoffService } from "./features/handoffs/service.ts";
import { createHandoutService, type HandoutService } from "./features/handouts/service.ts";
import { createRunInSlices } from "./features/history/run-in-slices.ts";
import { installRecorder } from "./features/history/recording/queries.ts";
import { createHistoryService } from "./features/history/service.ts";
import {
  createTimelineService,
  type TimelineService,
} from "./features/history/timeline-service.ts";
import { rollBackUnfinished } from "./features/imports/rollback/roll-back.ts";
import { createImportSteps, finishMoves } from "./features/imports/taking-back/import-steps.ts";
import { createImportService, type ImportService } from "./features/imports/service.ts";
import { createProjectService } from "./features/projects/service.ts";
import type { ConnectionService } from "./features/providers/connections.ts";
import { createRevisitService, type RevisitService } from "./features/revisits/service.ts";
import { createRuleService, type RuleService } from "./features/rules/service.ts";
import { createSearchService, type SearchService } from "./features/search/service.ts";
import { createSimilarService, type SimilarService } from "./features/similar/service.ts";
import { createTrainingService, type TrainingService } from "./features/training/service.ts";
import type { SuggestionService } from "./features/suggestions/service.ts";
import { createVersionService, type VersionService } from "./features/versions/service.ts";
import type { FileGrants } from "./files/grants.ts";
import type { People } from "./identity/people.ts";
import { JobRunner } from "./jobs/runner.ts";
import { createLabelling, type LabellingParts } from "./labelling.ts";
import { createAccess, type ProjectAccess } from "./project-access.ts";
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
  backups: Pick<BackupDeps, "store" | "timing">;
  /** For copies of projects that cannot be read where they lie. */
  tempDir: string;
  logError: LogError;
  /** Who sits at this computer; null while nobody said. */
  person: () => Person | null;
  people: People;
  /** Where files for colleagues, and files for whom they came from, go. */
  bundlesDir: string;
}

/** One open project: its connection, its services and its running jobs. */
export interface ProjectSession {
  path: string;
  db: Db;
  access: ProjectAccess;
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
  suggestions: SuggestionService;
  experts: ExpertService;
  revisits: RevisitService;
  rules: RuleService;
  similar: SimilarService;
  agreement: AgreementService;
  definitions: DefinitionService;
  imports: ImportService;
  checkpoint: BackgroundCheckpoint;
  checks: CheckService;
  handoffs: HandoffService;
  handouts: HandoutService;
  versions: VersionService;
  training: TrainingService;
  comparisons: ComparisonService;
  backups: BackupService;
  journey(): ReturnType<ReturnType<typeof createProjectService>["journey"]>;
  verify(): ReturnType<ReturnType<typeof createProjectService>["verify"]>;
  /** Without a last backup when the file is about to be replaced. */
  close(options?: { withBackup?: boolean }): Promise<void>;
}

/** Opens a project that exists; creating one is `createProjectFile` followed by this. */
export async function openSession(path: string, deps: SessionDeps): Promise<ProjectSession> {
  const fileName = basename(path);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new AppError("fileMissing", { name: fileName });
  // Opening a pipe would wait for a writer, for ever.
  if (!found.isFile()) throw new AppError("notATacitFile", { name: fileName });
  const opened = await openProjectFile(path, fileName, {
    tempDir: deps.tempDir,
    backUpFirst: (old) => deps.backups.store.makeBeforeMigration(old, path),
  });
  try {
    const session = composeSession(path, opened, deps);
    const handouts = createHandoutService(session.db, { ...deps, ...session });
    return withClose({ ...session, handouts }, opened);
  } catch (error) {
    opened.db.close();
    opened.release();
    throw asAppError(error, fileName);
  }
}

function withClose(session: Omit<ProjectSession, "close">, opened: OpenedProject): ProjectSession {
  const inspection = opened.checked ? null : inspectLater(opened.readFrom, session.access);
  return {
    ...session,
    async close({ withBackup = true } = {}) {
      try {
        await inspection?.end();
        await session.jobs.close();
        await session.imports.close();
        await session.checks.close();
        await session.suggestions.close();
        await session.similar.close();
        await session.agreement.close();
        session.search.close();
        await session.views.close();
        await session.checkpoint.close();
        await session.backups.close(withBackup);
      } finally {
        try {
          closeToOneFile(session.db);
        } finally {
          opened.release();
        }
      }
    },
  };
}

/** Looks through a big file while it is already in use; damage ends writing, and the screens say so. */
function inspectLater(path: string, access: ProjectAccess) {
  const stop = new AbortController();
  async function look() {
    try {
      const problems = await quickProblems(path, stop.signal);
      if (problems.length > 0) access.stop("damaged");
    } catch (error) {
      if (!stop.signal.aborted) access.note(error);
    }
  }
  const done = look();
  return {
    async end() {
      stop.abort();
      await done;
    },
  };
}

/** True while work that the user started needs the file to itself. */
const isBusy = (jobs: JobRunner): boolean =>
  jobs.list(true).some(({ kind }) => kind === "import" || kind === "bulkChange");

function startSearch(db: Db, jobs: JobRunner, logError: LogError): SearchService {
  const search = createSearchService(db, { isBusy: () => isBusy(jobs), logError });
  search.start();
  return search;
}

function composeSession(
  path: string,
  { db, readFrom, reason, mended, changesLost, strays }: OpenedProject,
  deps: SessionDeps,
): Omit<ProjectSession, "close" | "handouts"> {
  const access = createAccess(db, reason);
  const { logError, connections, providers } = deps;
  const jobs = new JobRunner(db, (error) => {
    access.note(error);
    return logError(error);
  });
  installRecorder(db);
  jobs.markInterrupted();
  const search = startSearch(db, jobs, logError);
  rollBackUnfinished(db);
  finishMoves(db);
  const importSteps = createImportSteps(db, jobs);
  const history = createHistoryService(db, importSteps);
  const place = { fileName: basename(path), folder: dirname(path), mended, changesLost };
  const project = createProjectService(db, place, access);
  const experts = createExpertService(db, deps.person);
  const views = createExampleViews(db, readFrom, () => experts.findPersonKey() ?? null);
  const projectId = project.info().id;
  const desk = composeDesk(db, {
    path: readFrom,
    projectId,
    experts,
    connections,
    providers,
    logError,
    isBusy: () => isBusy(jobs),
  });
  const agreement = createAgreementService(db, {
    path: readFrom,
    examples: desk.examples,
    experts,
    rules: desk.rules,
  });
  const definitions = createDefinitionService(db, desk.annotations);
  const runInSlices = createRunInSlices(db, jobs);
  const timeline = createTimelineService(db, runInSlices);
  const bulk = createBulkService(db, { views, runInSlices, experts });
  const checkpoint = createBackgroundCheckpoint(db, path, logError);
  const imports = createImportService(db, { jobs, checkpoint, steps: importSteps });
  const checks = createCheckService(db, readFrom);
  const versions = createVersionService(db, desk.rules);
  const handoffs = createHandoffService(db, { ...deps, versions, projectInfo: project.info });
  const training = createTrainingService({ db, jobs, versions, providers, connections });
  if (mayWrite(db)) training.resumeRemote();
  const comparisons = createComparisonService(db, { jobs, versions, training });
  const { similar, suggestions } = desk;
  const readers = { jobs, views, search, checks, similar, agreement, suggestions };
  const upkeep = composeUpkeep(db, deps, { path, projectId, strays }, readers);
  return {
    path,
    db,
    access,
    history,
    jobs,
    project,
    ...desk,
    views,
    bulk,
    timeline,
    search,
    experts,
    agreement,
    definitions,
    imports,
    checkpoint,
    checks,
    versions,
    training,
    comparisons,
    handoffs,
    ...upkeep,
    journey: () => project.journey(desk.annotations.counts()),
    verify: () => project.verify(versions.verifyHashes),
  };
}

/** Backups, and the one act that reaches into them. */
function composeUpkeep(
  db: Db,
  { backups: { store, timing }, logError }: SessionDeps,
  place: { path: string; projectId: string; strays: OpenedProject["strays"] },
  readers: Pick<
    ProjectSession,
    "jobs" | "views" | "search" | "checks" | "similar" | "agreement" | "suggestions"
  >,
) {
  const { checks, similar, agreement, suggestions, ...parts } = readers;
  const backups = createBackupService(db, place, { store, timing, logError });
  const erasure = createErasureService(db, {
    ...parts,
    stopReaders: () =>
      Promise.all([checks.stop(), similar.stop(), agreement.stop(), suggestions.forget()]),
    releaseReaders: () => suggestions.release(),
    purgeFromBackups: (exampleIds) => backups.purge(exampleIds),
  });
  return { backups, erasure };
}

type DeskParts = Omit<LabellingParts, "examples" | "revisits">;

/** Answering: what is on the desk, and what follows from an answer. */
function composeDesk(db: Db, { experts, ...parts }: DeskParts) {
  const revisits = createRevisitService(db, experts);
  const isAsked = (exampleKey: number) => experts.isAsked(exampleKey);
  const examples = createExampleService(db, isAsked, revisits.reveal);
  const labelling = createLabelling(db, { ...parts, examples, experts, revisits });
  const similar = createSimilarService(db, parts.path, experts);
  const rules = createRuleService(db, { experts, revisits, similar });
  return { revisits, examples, ...labelling, similar, rules };
}
