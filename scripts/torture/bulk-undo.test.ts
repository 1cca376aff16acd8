import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSeededProject } from "#backend/testing/open-seeded-project.ts";
import { copyInto, openProjectAt, stateDigest } from "./project.ts";

const EXAMPLES = 10_000;

test("fault 48: bulk actions on 10,000 examples, undone before a restart and redone after it, give the exact state", async () => {
  const made = await openSeededProject("classify", ["A", "B"], (labelIds) =>
    Array.from({ length: EXAMPLES }, (_, n) => ({
      input: `text ${n}`,
      answer: { kind: "classify" as const, labelId: labelIds[n % 2] ?? "" },
    })),
  );
  const [first = "", second = ""] = made.labelIds;
  // As every import does: to take labels back that its rows use would break them.
  made.backend.session().db.exec("delete from undo_step");
  await made.backend.close();
  const folder = mkdtempSync(join(tmpdir(), "tacit-bulk-"));
  const path = copyInto(folder, join(made.projectsDir, "Test.tacit"));

  const { client, backend } = await openProjectAt(path);
  const states = [stateDigest(backend.session().db)];
  const act = async (run: () => Promise<unknown>) => {
    await run();
    states.push(stateDigest(backend.session().db));
  };
  await act(() => client.examples.setFlag({ exampleIds: made.exampleIds, flagged: true }));
  await act(() => client.definitions.removeLabel({ labelId: first, moveAnswersTo: second }));
  await act(() => client.examples.remove({ exampleIds: made.exampleIds }));
  expect(new Set(states).size).toBe(4);
  for (const state of states.slice(0, -1).toReversed()) {
    await client.history.undo();
    expect(stateDigest(backend.session().db)).toBe(state);
  }
  await backend.close();

  const again = await openProjectAt(path);
  expect(stateDigest(again.backend.session().db)).toBe(states[0]);
  for (const state of states.slice(1)) {
    await again.client.history.redo();
    expect(stateDigest(again.backend.session().db)).toBe(state);
  }
  expect(await again.client.history.redo()).toBeNull();
  expect(await again.client.projects.verify()).toMatchObject({ ok: true });
  await again.backend.close();
});
