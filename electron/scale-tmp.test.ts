import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { test } from "vitest";
import { openLabelledProject } from "/work/main/electron/backend/testing/seed-labelled.ts";
test("scale", { timeout: 600000 }, async () => {
  const n = 200_000;
  const { client, backend } = await openLabelledProject("classify", Array.from({ length: n }, (_, i) => ({ input: `some text number ${i} =x, "quoted" \u2028 🙂`.repeat(3), answer: `label ${i % 77}`, ...(i%3===0?{group:`g${i%5000}`}:{}) })));
  const plan = { seed: 42, ratios: { train: 80, validation: 10, test: 10 }, keepGivenSplits: true };
  let t = performance.now(); const lap = (w: string) => { console.log(w, Math.round(performance.now() - t), "ms", Math.round(process.memoryUsage().rss / 1e6), "MB"); t = performance.now(); };
  console.log(await client.versions.preview(plan)); lap("preview");
  const v = await client.versions.freeze(plan); lap("freeze");
  await client.versions.freeze(plan); lap("freeze again");
  backend.session().versions.verifyHashes(); lap("verify");
  for (const format of ["jsonl", "openai-chat", "csv", "csv-excel"] as const) {
    const h = await client.handoffs.create({ versionId: v.versionId, format }); lap(format);
    const card = readFileSync(h.folder + "/README.md", "utf8");
    if (format === "csv-excel") console.log(card.slice(0, 1800), readFileSync(h.folder + "/manifest.json", "utf8").slice(0, 900));
    {
    }
  }
  await backend.close();
});
