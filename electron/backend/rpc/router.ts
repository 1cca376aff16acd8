import { historyRouter } from "../features/history/handlers.ts";
import { jobsRouter } from "../features/jobs/handlers.ts";
import { projectsRouter } from "../features/projects/handlers.ts";

/** Every procedure of the contract, served alike by every host. */
export const router = {
  projects: projectsRouter,
  history: historyRouter,
  jobs: jobsRouter,
};
