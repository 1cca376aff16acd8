import { agreementContract } from "../features/agreement/contract.ts";
import { annotationsContract } from "../features/annotations/contract.ts";
import { backupsContract } from "../features/backups/contract.ts";
import { checksContract } from "../features/checks/contract.ts";
import { comparisonsContract } from "../features/comparisons/contract.ts";
import { definitionsContract } from "../features/definitions/contract.ts";
import { erasureContract } from "../features/erasure/contract.ts";
import { examplesContract } from "../features/examples/contract.ts";
import { handoffsContract } from "../features/handoffs/contract.ts";
import { handoutsContract } from "../features/handouts/contract.ts";
import { historyContract } from "../features/history/contract.ts";
import { importsContract } from "../features/imports/contract.ts";
import { jobsContract } from "../features/jobs/contract.ts";
import { projectsContract } from "../features/projects/contract.ts";
import { providersContract } from "../features/providers/contract.ts";
import { revisitsContract } from "../features/revisits/contract.ts";
import { rulesContract } from "../features/rules/contract.ts";
import { searchContract } from "../features/search/contract.ts";
import { rescueContract } from "../features/rescue/contract.ts";
import { suggestionsContract } from "../features/suggestions/contract.ts";
import { similarContract } from "../features/similar/contract.ts";
import { trainingContract } from "../features/training/contract.ts";
import { versionsContract } from "../features/versions/contract.ts";

/** The one door between screens and services; served alike over MessagePort and WebSocket. */
export const contract = {
  projects: projectsContract,
  rescue: rescueContract,
  imports: importsContract,
  definitions: definitionsContract,
  examples: examplesContract,
  search: searchContract,
  erasure: erasureContract,
  annotations: annotationsContract,
  suggestions: suggestionsContract,
  agreement: agreementContract,
  history: historyContract,
  checks: checksContract,
  versions: versionsContract,
  providers: providersContract,
  training: trainingContract,
  comparisons: comparisonsContract,
  handoffs: handoffsContract,
  handouts: handoutsContract,
  jobs: jobsContract,
  backups: backupsContract,
  similar: similarContract,
  rules: rulesContract,
  revisits: revisitsContract,
};
export type Contract = typeof contract;
