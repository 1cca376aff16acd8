import { join } from "node:path";
import { copyInto, inspectProject, openProjectAt } from "../project.ts";
import { defineScenario, pick } from "../scenario.ts";
import { createLedger, giveAnswers, makeOpenProject } from "./answers.ts";

interface Task {
  path: string;
  seed: number;
}
const ROUNDS = 6;
const ANSWERS = 3;

/** Opening, a few answers, closing, over and over: the log is folded into the one file each time. */
export function killClosing() {
  let base = "";
  return defineScenario<Task>({
    acknowledges: "closing",
    async prepare(folder) {
      await makeOpenProject(folder);
      base = join(folder, "projects", "Base.tacit");
    },
    layOut: (folder, random) => ({ path: copyInto(folder, base), seed: pick(random, 2 ** 31) }),
    async act({ path, seed }, say) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const opened = await openProjectAt(path);
        await giveAnswers(opened, { seed: seed + round, answers: ANSWERS }, say);
        say("closing");
        await opened.backend.close();
        say("closed");
      }
    },
    inspect: ({ path }, said) =>
      inspectProject(path, (opened) => createLedger().settle(opened, said)),
  });
}
