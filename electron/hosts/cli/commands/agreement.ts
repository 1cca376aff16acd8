import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Command, Option } from "commander";
import { type AnswersOfTable, readAnswers } from "#backend/features/agreement/read-answers.ts";
import { AppError } from "#shared/errors/app-error.ts";
import { composeAgreement } from "#shared/features/agreement/report.ts";
import { TaskType } from "#shared/features/projects/task-type.ts";
import { print, say } from "../output.ts";
import type { Run } from "../program.ts";
import { linesOfReport } from "./agreement-lines.ts";

interface AgreementOptions {
  item: string[];
  annotator: string;
  answer: string;
  type: TaskType;
  ignore?: string[];
  text?: string;
  sheet?: string;
}

export function addAgreementCommand(program: Command, run: Run): void {
  program
    .command("agreement")
    .description(say("cli.agreement"))
    .argument("<file>", say("cli.agreement.file"))
    .requiredOption("--item <column...>", say("cli.agreement.item"))
    .requiredOption("--annotator <column>", say("cli.agreement.annotator"))
    .requiredOption("--answer <column>", say("cli.agreement.answer"))
    .addOption(
      new Option("--type <task>", say("cli.agreement.type"))
        .choices(TaskType.options)
        .default("classify"),
    )
    .option("--ignore <value...>", say("cli.agreement.ignore"))
    .option("--text <column>", say("cli.agreement.text"))
    .option("--sheet <name>", say("cli.option.sheet"))
    .action((file: string, options: AgreementOptions) =>
      run((json) => measureAgreement(file, options, json)),
    );
}

async function measureAgreement(file: string, options: AgreementOptions, json: boolean) {
  const path = resolve(file);
  if (!existsSync(path)) throw new AppError("fileMissing", { name: file });
  const { item, annotator, answer, text, sheet, type, ignore = [] } = options;
  const read = await readAnswers({
    path,
    columns: { item, annotator, answer, text },
    taskType: type,
    ignored: ignore.map((value) => value.trim()),
    sheet,
  });
  const report = composeAgreement(type, read.answers);
  const { rows, leftOut } = read;
  print(json, { rows, leftOut, report }, [
    ...linesOfTable(basename(file), read),
    ...linesOfReport(report),
  ]);
}

function linesOfTable(file: string, { rows, answers, leftOut }: AnswersOfTable): string[] {
  return [
    say("cli.agreement.rows", { file, rows, answers: answers.length, left: rows - answers.length }),
    ...(Object.keys(leftOut) as (keyof typeof leftOut)[])
      .filter((reason) => leftOut[reason] > 0)
      .map((reason) => say(`cli.agreement.leftOut.${reason}`, { rows: leftOut[reason] })),
  ];
}
