import { writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { openTestBackend } from "./test-backend.ts";

// Opens a project, answers until the disk refuses, and says so; once the disk takes writes again, opens
// anew and saves the answer that was waiting. The test that started it takes the disk away and gives it back.
const [, , path = ""] = process.argv;
const say = (what: object) => writeSync(1, `${JSON.stringify(what)}\n`);
const { client, backend } = openTestBackend(undefined, { logError: () => "test" });
const codeOf = (error: { data?: { code?: string } }) => error.data?.code ?? "no code";
const { fileId } = backend.grants.add(path, "read");
await client.projects.open({ fileId });
const [label] = (await client.definitions.get()).labels;
const value = { kind: "classify" as const, labelId: label?.labelId ?? "" };
const { items } = await client.annotations.queue({ queue: "all", limit: 100 });
const saved: string[] = [];
let waiting = "";
for (const { exampleId } of items) {
  const code = await client.annotations.answer({ exampleId, value }).then(() => "saved", codeOf);
  if (code === "saved") saved.push(exampleId);
  else {
    waiting = exampleId;
    const later = await client.annotations.answer({ exampleId, value }).then(() => "saved", codeOf);
    const project = await client.projects.current();
    say({ refused: code, later, reason: project?.readOnlyReason, name: project?.name });
    say({ reopened: await client.projects.reopen().then(() => "opened", codeOf) });
    break;
  }
}
for (;;) {
  const code = await client.projects.reopen().then(() => "opened", codeOf);
  if (code === "opened") {
    const again = await client.annotations
      .answer({ exampleId: waiting, value })
      .then(() => "saved", codeOf);
    if (again === "saved") break;
  }
  await setTimeout(20);
}
const labelled: string[] = [];
for (const exampleId of [...saved, waiting]) {
  const { answer, answeredBy } = await client.examples.get({ exampleId });
  if (answer?.kind === "classify" && answer.labelId === value.labelId && answeredBy === "person")
    labelled.push(exampleId);
}
const { ok } = await client.projects.verify();
say({
  saved: saved.length,
  kept: labelled.length,
  ok,
  reason: (await client.projects.current())?.readOnlyReason,
});
await backend.close();
