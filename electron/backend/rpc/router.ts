import { agreementRouter } from "../features/agreement/handlers.ts";
import { annotationsRouter } from "../features/annotations/handlers.ts";
import { backupsRouter } from "../features/backups/handlers.ts";
import { checksRouter } from "../features/checks/handlers.ts";
import { comparisonsRouter } from "../features/comparisons/handlers.ts";
import { definitionsRouter } from "../features/definitions/handlers.ts";
import { erasureRouter } from "../features/erasure/handlers.ts";
import { examplesRouter } from "../features/examples/handlers.ts";
import { handoffsRouter } from "../features/handoffs/handlers.ts";
import { handoutsRouter } from "../features/handouts/handlers.ts";
import { historyRouter } from "../features/history/handlers.ts";
import { importsRouter } from "../features/imports/handlers.ts";
import { jobsRouter } from "../features/jobs/handlers.ts";
import { projectsRouter } from "../features/projects/handlers.ts";
import { providersRouter } from "../features/providers/handlers.ts";
import { revisitsRouter } from "../features/revisits/handlers.ts";
import { rulesRouter } from "../features/rules/handlers.ts";
import { searchRouter } from "../features/search/handlers.ts";
import { rescueRouter } from "../features/rescue/handlers.ts";
import { suggestionsRouter } from "../features/suggestions/handlers.ts";
import { similarRouter } from "../features/similar/handlers.ts";
import { trainingRouter } from "../features/training/handlers.ts";
import { versionsRouter } from "../features/versions/handlers.ts";

/** Every procedure of the contract, served alike by every host. */
export const router = {
  projects: projectsRouter,
  rescue: rescueRouter,
  imports: importsRouter,
  definitions: definitionsRouter,
  examples: examplesRouter,
  search: searchRouter,
  erasure: erasureRouter,
  annotations: annotationsRouter,
  suggestions: suggestionsRouter,
  agreement: agreementRouter,
  checks: checksRouter,
  versions: versionsRouter,
  providers: providersRouter,
  training: trainingRouter,
  comparisons: comparisonsRouter,
  handoffs: handoffsRouter,
  handouts: handoutsRouter,
  history: historyRouter,
  jobs: jobsRouter,
  backups: backupsRouter,
  similar: similarRouter,
  rules: rulesRouter,
  revisits: revisitsRouter,
};
