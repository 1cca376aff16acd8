import { agreementMessages } from "./agreement.ts";
import { annotationsMessages } from "./annotations.ts";
import { annotationsChatMessages } from "./annotations-chat.ts";
import { annotationsSpansMessages } from "./annotations-spans.ts";
import { backupsMessages } from "./backups.ts";
import { checksMessages } from "./checks.ts";
import { cliMessages } from "./cli.ts";
import { commonMessages } from "./common.ts";
import { comparisonsMessages } from "./comparisons.ts";
import { definitionsMessages } from "./definitions.ts";
import { desktopMessages } from "./desktop.ts";
import { erasureMessages } from "./erasure.ts";
import { errorsMessages } from "./errors.ts";
import { examplesMessages } from "./examples.ts";
import { handoffsMessages } from "./handoffs.ts";
import { handoutsMessages } from "./handouts.ts";
import { historyMessages } from "./history.ts";
import { importsMessages } from "./imports.ts";
import { jobsMessages } from "./jobs.ts";
import { projectsMessages } from "./projects.ts";
import { providersMessages } from "./providers.ts";
import { rescueMessages } from "./rescue.ts";
import { suggestionsMessages } from "./suggestions.ts";
import { revisitsMessages } from "./revisits.ts";
import { rulesMessages } from "./rules.ts";
import { similarMessages } from "./similar.ts";
import { trainingMessages } from "./training.ts";
import { versionsMessages } from "./versions.ts";

/** The one catalogue: ICU messages, keyed by feature. A translation is another object with these keys. */
export const en = {
  ...commonMessages,
  ...projectsMessages,
  ...rescueMessages,
  ...importsMessages,
  ...definitionsMessages,
  ...examplesMessages,
  ...erasureMessages,
  ...annotationsMessages,
  ...suggestionsMessages,
  ...annotationsSpansMessages,
  ...annotationsChatMessages,
  ...agreementMessages,
  ...historyMessages,
  ...checksMessages,
  ...versionsMessages,
  ...providersMessages,
  ...trainingMessages,
  ...comparisonsMessages,
  ...handoffsMessages,
  ...handoutsMessages,
  ...jobsMessages,
  ...backupsMessages,
  ...cliMessages,
  ...similarMessages,
  ...rulesMessages,
  ...revisitsMessages,
  ...desktopMessages,
  ...errorsMessages,
} as const;
