import { once } from "node:events";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { isScenarioName, SCENARIOS } from "./scenarios/index.ts";

// The process that is killed: it loads everything first, then waits for its task, so that no kill is spent
// on loading.
const name = process.argv[2] ?? "";
if (!isScenarioName(name)) throw new Error(`no such scenario: ${name}`);
const say = (line: string) => void writeSync(1, `${line}\n`);
say("ready");
const [line] = (await once(createInterface(process.stdin), "line")) as [string];
say("begin");
await SCENARIOS[name]().act(JSON.parse(line), say);
say("end");
// A kill may be meant for the moment after the last acknowledgement.
await setTimeout(60);
process.exit(0);
