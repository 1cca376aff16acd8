import { expect, test } from "vitest";
import { openImportProject } from "../../testing/open-import-project.ts";

test("an edited answer keeps the text that came with the file, through every later edit", async () => {
  const { client, backend, grant, run } = await openImportProject("write");
  const { rows } = await run(grant("qa.csv", "question,answer\nSky?,Its blue\nSea?,Deep.\n"));
  const answer = async (response: string) => {
    const { example } = await client.annotations.answer({
      exampleId: rows[0]?.exampleId ?? "",
      value: { kind: "write", response },
    });
    return example.answer;
  };
  expect(await answer("It’s blue.")).toEqual({
    kind: "write",
    response: "It’s blue.",
    original: "Its blue",
  });
  expect(await answer("The sky is blue.")).toMatchObject({ original: "Its blue" });
  expect(await answer("Its blue")).toEqual({ kind: "write", response: "Its blue" });
  await backend.close();
});
