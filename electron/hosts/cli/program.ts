import { Command, CommanderError } from "commander";
import { APP_VERSION } from "../version.ts";
import { addAgreementCommand } from "./commands/agreement.ts";
import { addBackupCommands } from "./commands/backups.ts";
import { addCompareCommand } from "./commands/compare.ts";
import { addDataCommands } from "./commands/data.ts";
import { addHandoffCommands } from "./commands/handoff.ts";
import { addHandoutCommands } from "./commands/handout.ts";
import { addImportsCommands } from "./commands/imports.ts";
import { addProjectCommands } from "./commands/project.ts";
import { addRescueCommand } from "./commands/rescue.ts";
import { addServeCommand } from "./commands/serve.ts";
import { addTrainingCommands } from "./commands/training.ts";
import { printFailure, say } from "./output.ts";

/** Wrong words on the command line. */
const USAGE_EXIT_CODE = 2;

export type Run = (act: (json: boolean) => Promise<void>) => Promise<void>;

/** `tacit …`: the same backend as the application, for scripts and ML teams. */
export function createProgram(): Command {
  const program = new Command("tacit")
    .description(say("cli.description"))
    .version(APP_VERSION)
    .option("--json", say("cli.option.json"))
    .enablePositionalOptions()
    .showHelpAfterError(say("cli.helpHint"))
    .exitOverride((error: CommanderError) =>
      process.exit(error.exitCode === 0 ? 0 : USAGE_EXIT_CODE),
    );

  const run: Run = async (act) => {
    const json = program.opts<{ json?: boolean }>().json === true;
    try {
      await act(json);
    } catch (error) {
      const exitCode = printFailure(json, error);
      // A signal has set its own already.
      process.exitCode ??= exitCode;
    }
  };

  addProjectCommands(program, run);
  addRescueCommand(program, run);
  addDataCommands(program, run);
  addImportsCommands(program, run);
  addTrainingCommands(program, run);
  addCompareCommand(program, run);
  addHandoffCommands(program, run);
  addHandoutCommands(program, run);
  addAgreementCommand(program, run);
  addBackupCommands(program, run);
  addServeCommand(program, run);
  for (const command of program.commands.flatMap((each) => [each, ...each.commands]))
    command.option("--json", say("cli.option.json"));
  program.hook("preAction", (_this, command) => {
    if (command.opts<{ json?: boolean }>().json) program.setOptionValue("json", true);
  });
  return program;
}
