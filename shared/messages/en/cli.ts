export const cliMessages = {
  "cli.description": "Tacit without a window: the same projects, for scripts and ML teams.",
  "cli.helpHint": "(“tacit --help” lists every command)",
  "cli.argument.project": "the project file (.tacit)",
  "cli.argument.data":
    "what holds your examples: a file (CSV, TSV, XLSX, Parquet, JSONL, JSON, text, DOCX, PDF), several, or a folder",
  "cli.option.sheet": "the sheet of a workbook",
  "cli.option.unit": "what becomes one example of a text",
  "cli.option.shape": "the program whose records these are, or plain",
  "cli.option.config": "the part of a dataset folder",
  "cli.option.json": "print the result as JSON",
  "cli.option.task": "what the model will learn",
  "cli.option.name": "the project’s name (default: the file’s name)",
  "cli.option.map": "what a column means; roles: {roles}",
  "cli.option.split": "put every row of this file in one split",
  "cli.option.rejects": "save the rows that could not be read, with line numbers and reasons",
  "cli.option.again":
    "rows that are in the project already: leave them, let them take what the file says, or add them once more (default: leave the very same file, add every other)",
  "cli.option.review": "say what would happen to every row, and import nothing",
  "cli.argument.import": "the import’s id, as “tacit imports” lists it",
  "cli.option.seed": "the same seed gives the same split",
  "cli.option.ratios": "shares in percent",
  "cli.option.version": "a version’s number or id (default: the newest)",
  "cli.option.provider": "who trains",
  "cli.option.baseUrl": "the service’s address; its key is read from TACIT_API_KEY",
  "cli.option.model": "the base model’s name at the service",
  "cli.option.wait": "wait until a service has finished (the instant model is always waited for)",
  "cli.option.job": "the training job (default: the newest finished one)",
  "cli.option.format": "the form of the files",
  "cli.option.out": "the folder for the files",
  "cli.option.port": "the port on 127.0.0.1 (default: any free one)",
  "cli.create": "make a new project file",
  "cli.stats": "count what a project holds",
  "cli.verify": "look through a project for damage",
  "cli.rescue": "bring what can be read out of a damaged project, into a new file",
  "cli.rescued": "{name} in {folder} holds what could be read; the damaged file is unchanged.",
  "cli.rescuedPart":
    "{part}: {saved, number} saved{lost, plural, =0 {} other {, up to # lost}}{more, select, more {, perhaps more lost} other {}}",
  "cli.import": "bring examples in from files or a folder",
  "cli.imports": "list the files that were brought in",
  "cli.takeBack": "take every example of one import out again",
  "cli.check": "say what is good and what is wrong with the examples",
  "cli.freeze": "split the examples and freeze them as a dataset version",
  "cli.train": "train on a dataset version",
  "cli.compare": "compare the tuned model with its base on the test examples",
  "cli.export": "write a dataset version as files for an ML team",
  "cli.serve": "serve the application to this computer’s browser",
  "cli.created": "Made “{name}” in {file}",
  "cli.statsTitle": "{name}: {examples, plural, one {# example} other {# examples}}",
  "cli.statsAnswers":
    "{labelled, number} answered, {unlabelled, number} to do, {skipped, number} skipped, {flagged, number} flagged",
  "cli.statsVersion":
    "version {number}: {train} train, {validation} validation, {test} test  {hash}",
  "cli.statsJob": "job {jobId}: {model} on version {number}, {state}",
  "cli.verifySound":
    "The file is sound: {examples, plural, one {# example} other {# examples}}, {annotations, plural, one {# answer} other {# answers}} and {versions, plural, one {# version} other {# versions}} looked through.",
  "cli.verifyDamaged": "The file has problems:",
  "cli.problem.databaseDamaged": "damaged: {detail}",
  "cli.problem.brokenReference": "a reference leads nowhere: {detail}",
  "cli.problem.versionHashDiffers": "a frozen version was changed: {detail}",
  "cli.problem.countsDiffer": "{detail} examples disagree with their answers",
  "cli.problem.textDiffers": "{detail} examples do not read as they did when they were brought in",
  "cli.problem.answerUnreadable": "{detail} answers cannot be read",
  "cli.problem.notATacitFile": "not a Tacit project: {detail}",
  "cli.imported":
    "{file}: {rowsRead, number} rows read = {imported, number} imported + {updated, number} updated + {rejected, number} rejected + {duplicatesOfEarlierImport, number} already there",
  "cli.importLine":
    "{importId}  {at}  {file}: {rowsRead, number} rows read = {imported, number} imported + {updated, number} updated + {rejected, number} rejected + {known, number} already there",
  "cli.importLineTakenBack": "{importId}  {at}  {file}: taken back",
  "cli.takenBack":
    "{file} was taken back: {examples, plural, one {# example} other {# examples}} left the project. Undo in Tacit’s window brings them in again.",
  "cli.review":
    "{file}: {rowsRead, number} rows read = {fresh, number} new + {known, number} already there + {changed, number} changed + {rejected, number} not readable",
  "cli.review.matchedBy.id": "Rows were recognised by their own number.",
  "cli.review.matchedBy.text": "Rows were recognised by their text.",
  "cli.review.rejected": "{rows, plural, one {# row} other {# rows}} not readable: {reason}",
  "cli.review.labels":
    "New labels: {names}{more, plural, =0 {} one { and one more} other { and # more}}",
  "cli.review.duplicates":
    "{rows, plural, one {# row repeats} other {# rows repeat}} the text of an earlier row of this file.",
  "cli.review.formulas":
    "{cells, plural, one {# cell} other {# cells}} would run as a formula in a spreadsheet; here they stay text.",
  "cli.review.suggested": "Suggested: --again {again}",
  "cli.checkReady": "Ready to train.",
  "cli.checkNotReady": "Not ready to train yet.",
  "cli.checkCounts":
    "{examples, number} examples: {labelled, number} answered, {unlabelled, number} to do, {skipped, number} skipped",
  "cli.checkTokens":
    "about {total, number} tokens; median {median, number}, longest {longest, number}",
  "cli.severity.blocker": "blocker",
  "cli.severity.warning": "warning",
  "cli.severity.note": "note",
  "cli.frozen": "Version {number}: {train} train, {validation} validation, {test} test  {hash}",
  "cli.trained": "Trained “{model}” on version {version} (job {jobId})",
  "cli.trainingSubmitted": "The service has accepted the training as {remote} (job {jobId})",
  "cli.comparedClassify":
    "{test, number} test examples: base {base} right, tuned {tuned} right; difference {difference} (95 % interval {low} to {high})",
  "cli.comparedWrite":
    "{test, number} pairs of answers are ready for blind votes; open the project to vote.",
  "cli.exported": "Version {version} written to {folder}",
  "cli.serving": "Tacit is served to this computer at {url}",
  "cli.agreement": "say how well people agree, from a table with one answer a row",
  "cli.agreement.file": "a table that can be imported (CSV, TSV, XLSX, Parquet, JSONL, JSON)",
  "cli.agreement.item": "the columns that together name what was answered",
  "cli.agreement.annotator": "the column that says who answered",
  "cli.agreement.answer": "the column with the answer",
  "cli.agreement.type":
    "what the answers are: one label, several (a;b), texts, or spans as a JSON list of [start, end, label]",
  "cli.agreement.ignore": "what stands for no answer, beside empty cells and NULL",
  "cli.agreement.text": "for spans: the column with the text they count in",
  "cli.agreement.rows":
    "{file}: {rows, number} rows read = {answers, number} answers + {left, number} left out",
  "cli.agreement.leftOut.notReadable": "left out: {rows, number} not readable",
  "cli.agreement.leftOut.noItem": "left out: {rows, number} that do not say what was answered",
  "cli.agreement.leftOut.noAnnotator": "left out: {rows, number} that do not say who answered",
  "cli.agreement.leftOut.noAnswer": "left out: {rows, number} without an answer",
  "cli.agreement.leftOut.notSpans":
    "left out: {rows, number} whose answer is no JSON list of [start, end, label]",
  "cli.agreement.people":
    "{answers, plural, one {# answer} other {# answers}} of {people, plural, one {# person} other {# people}} to {items, plural, one {# item} other {# items}}",
  "cli.agreement.repeated":
    "{answers, plural, one {# answer was} other {# answers were}} replaced by a later one of the same person to the same item.",
  "cli.agreement.measures": "Measures (95 % intervals)",
  "cli.agreement.labels": "Label by label (α), least agreement first",
  "cli.agreement.pairs": "Two by two",
  "cli.agreement.confusions": "Chosen instead of each other",
  "cli.agreement.items": "{items, plural, one {# item} other {# items}}",
  "cli.agreement.uses": "used {uses, plural, one {once} other {# times}}",
  "cli.agreement.shares": "agreement {observed}, by chance {expected}",
  "cli.agreement.error":
    "standard error {error}{holds, select, withoutAgreement { if there were no agreement} other {}}",
  "cli.agreement.undefined": "not defined: {why}",
  "cli.agreement.more": "and {more, number} more, in the JSON",
  "cli.badMapping": "write it as column=role; roles: {roles}",
  "cli.mappedTwice": "“{column}” is given a meaning twice",
  "cli.badName": "a name has 1 to {most} characters",
  "cli.badRatios": "write it as 80/10/10; the three shares add up to 100",
  "cli.badSeed": "a whole number from 0 to 2147483647",
  "cli.badPort": "a whole number from 0 to {highest}",
  "cli.badBaseUrl": "an address begins with https:// (or http:// on this computer)",
  "cli.baseUrlNeeded": "--base-url is missing: the address of the service that trains",
  "cli.modelNeeded": "--model is missing: the name of the base model at the service",
  "cli.unreadable": "the file cannot be looked through to its end",
  "cli.keyMissingNext": "Set TACIT_API_KEY to the service’s key and try again.",
  "cli.failure.noSuchVersion":
    "There is no version “{choice}”; the newest is {newest}. Nothing was changed. “tacit stats” lists the versions.",
  "cli.failure.noSuchJob":
    "There is no training job “{job}” in this project. Nothing was changed. “tacit stats” lists the jobs.",
  "cli.failure.nothingTrained":
    "No training has finished in this project yet. Nothing was changed. Train first with “tacit train”, or name a job that is still going on with --job.",
  "cli.failure.stoppedWaiting":
    "Stopped waiting. A training that the service has begun goes on there, so do not start it again. Come back to it with “tacit compare … --job {jobId}”.",
  "cli.failure.rejectsNotSaved":
    "The examples were imported, but the list of rejected rows could not be saved as {file}. Everything imported is safe. Choose another place and import the same file again: nothing comes in twice.",
  "cli.failure.portTaken":
    "Another program already uses port {port}. Nothing was changed. Choose another port, or none to take any free one.",
  "cli.failure.notBuilt":
    "The application’s screens have not been built. Nothing was changed. Run “npm run build” first.",
} as const satisfies Record<string, string>;
