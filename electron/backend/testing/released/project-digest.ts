import { createHash } from "node:crypto";
import type { openTestBackend } from "../test-backend.ts";

type Client = ReturnType<typeof openTestBackend>["client"];

/** What a project holds, as the public contract tells it: a count of everything and a hash of all content. */
export interface ProjectDigest {
  counts: Record<string, number>;
  sha256: string;
}

const PAGE = 500;

async function allExamples(client: Client) {
  const rows = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await client.examples.list({ offset, limit: PAGE });
    rows.push(...page.rows);
    if (rows.length >= page.total) return rows;
  }
}

async function exampleContent(client: Client, exampleId: string) {
  const found = await client.examples.get({ exampleId });
  // Field by field, because later schemas may tell more than this one did.
  return {
    exampleId,
    input: found.input,
    payload: found.payload,
    status: found.status,
    flagged: found.flagged,
    answer: found.answer,
    answeredBy: found.answeredBy,
    split: found.split,
    group: found.group,
    externalId: found.externalId,
    fields: Object.entries(found.fields).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    source: found.source && [found.source.fileName, found.source.lineNumber],
    history: found.history.map(({ atMs, answeredBy, value, inForce }) => [
      atMs,
      answeredBy,
      value,
      inForce,
    ]),
  };
}

async function importContent(client: Client) {
  const content = [];
  for (const each of await client.imports.list()) {
    const { rows } = await client.imports.listRejects({ importId: each.importId, limit: PAGE });
    content.push([
      [each.importId, each.fileName, each.sha256, each.importedAtMs],
      [each.rowsRead, each.imported, each.rejected, each.duplicatesOfEarlierImport],
      rows.map(({ lineNumber, reason, detail, excerpt }) => [lineNumber, reason, detail, excerpt]),
    ]);
  }
  return content;
}

async function comparisonContent(client: Client) {
  const content = [];
  for (const { comparisonId, result, baseModel, tunedModel } of await client.comparisons.list()) {
    const { rows } = await client.comparisons.listItems({ comparisonId, limit: PAGE });
    const items = rows.map(({ input, expected, base, tuned, vote }) => [
      input,
      expected,
      base,
      tuned,
      vote,
    ]);
    content.push({ comparisonId, result, baseModel, tunedModel, items });
  }
  return content;
}

async function trainingContent(client: Client) {
  const content = [];
  for (const { jobId } of await client.training.list()) {
    const run = await client.training.get({ jobId });
    const { state, versionNumber, tunedModel, metrics, events } = run;
    content.push({ jobId, state, versionNumber, tunedModel, metrics, events: events.length });
  }
  return content;
}

/** Reads everything a project can tell through its public client. */
export async function digestProject(client: Client): Promise<ProjectDigest> {
  const listed = await allExamples(client);
  const examples = [];
  for (const { exampleId } of listed) examples.push(await exampleContent(client, exampleId));
  const definition = await client.definitions.get();
  const versions = (await client.versions.list()).map(
    ({ versionId, number, contentHash, counts }) => ({ versionId, number, contentHash, counts }),
  );
  const report = await client.checks.latest();
  const project = await client.projects.current();
  const { undo, redo } = await client.history.state();
  const imports = await importContent(client);
  const trainings = await trainingContent(client);
  const comparisons = await comparisonContent(client);
  // Counts that came later say nothing of a file that is older than what they count.
  const {
    asked: _asked,
    disputed: _disputed,
    again: _again,
    awaiting: _awaiting,
    ...counted
  } = (await client.annotations.queue({ queue: "all", limit: 1 })).counts;
  const jobs = (await client.jobs.list({ active: false })).map(({ kind, state }) => [kind, state]);
  const labels = definition.labels.map((label) => [
    label.labelId,
    label.name,
    label.description,
    label.colour,
    label.key,
    label.examples,
  ]);
  const content = {
    project: project && [project.id, project.name, project.taskType, project.description],
    licence: project && [project.licence, project.attribution, project.createdAtMs],
    definition: [definition.taskType, definition.guideline, definition.systemPrompt, labels],
    examples: examples.toSorted((a, b) => (a.exampleId < b.exampleId ? -1 : 1)),
    imports,
    versions,
    report: report && [
      report.ranAtMs,
      report.ready,
      report.counts,
      report.findings.map((f) => f.code),
    ],
    trainings,
    comparisons,
    steps: [undo, redo].map((step) => step && [step.stepId, step.action, step.changes]),
  };
  return {
    counts: {
      ...counted,
      annotations: examples.reduce((sum, { history }) => sum + history.length, 0),
      labels: labels.length,
      imports: imports.length,
      versions: versions.length,
      trainings: trainings.length,
      comparisons: comparisons.length,
      findings: report?.findings.length ?? 0,
      jobs: jobs.length,
    },
    sha256: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
  };
}
