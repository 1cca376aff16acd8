import { writeSync } from "node:fs";
import { openTestBackend } from "./test-backend.ts";

// Opens the newest project of a folder, answers its examples one by one and prints the id of each once
// the answer is acknowledged. The test that starts it kills it in the middle.
const { client } = openTestBackend(process.argv[2]);
const [recent] = await client.projects.listRecent();
await client.projects.open({ recentId: recent?.recentId ?? "" });
const [label] = (await client.definitions.get()).labels;
const value = { kind: "classify" as const, labelId: label?.labelId ?? "" };
for (;;) {
  const { items } = await client.annotations.queue({ queue: "unlabelled", limit: 100 });
  if (items.length === 0) break;
  for (const { exampleId } of items) {
    await client.annotations.answer({ exampleId, value });
    writeSync(1, `${exampleId}\n`);
  }
}
