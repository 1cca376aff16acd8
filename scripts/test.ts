import { runAndRead, tool } from "./run.ts";
import { ensureBrowser } from "./ensure-browser.ts";

interface Stage {
  name: string;
  command: string;
  args: string[];
  /** Reads how many tests passed and failed; stages without tests count as one. */
  count?: (output: string) => { passed: number; failed: number };
}

// eslint-disable-next-line no-control-regex -- colours are what must go
const plain = (output: string) => output.replace(/\u001b\[[0-9;]*m/g, "");
const sum = (output: string, pattern: RegExp) =>
  [...plain(output).matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);

const vitestCount = (output: string) => {
  const line = /^\s*Tests\s+(.*)$/m.exec(plain(output))?.[1] ?? "";
  return { passed: sum(line, /(\d+) passed/g), failed: sum(line, /(\d+) failed/g) };
};
const playwrightCount = (output: string) => ({
  passed: sum(output, /^\s*(\d+) passed/gm),
  failed: sum(output, /^\s*(\d+) (?:failed|did not run|flaky)/gm),
});

const stages: Stage[] = [
  { name: "format", command: tool("oxfmt"), args: ["--check"] },
  { name: "types", command: tool("tsc"), args: ["-b"] },
  { name: "lint", command: tool("oxlint"), args: ["--type-aware", "--deny-warnings"] },
  {
    name: "boundaries",
    command: tool("depcruise"),
    args: [
      "--config",
      ".dependency-cruiser.mjs",
      "electron",
      "renderer",
      "shared",
      "e2e",
      "scripts",
    ],
  },
  { name: "build", command: tool("electron-vite"), args: ["build", "--logLevel", "warn"] },
  { name: "unit", command: tool("vitest"), args: ["run"], count: vitestCount },
  {
    name: "e2e",
    command: tool("playwright"),
    args: ["test", "--config", "e2e/playwright.config.ts", "--project", "web"],
    count: playwrightCount,
  },
];

let passed = 0;
let failed = 0;
ensureBrowser();
for (const stage of stages) {
  console.log(`\n── ${stage.name}`);
  const startedMs = performance.now();
  const { code, output } = await runAndRead(stage.command, stage.args);
  const counted = stage.count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  // A stage that ended badly without naming a failed test has failed as a whole; one that ran nothing too.
  const silent = counted.failed === 0 && (code !== 0 || counted.passed === 0);
  passed += counted.passed;
  failed += counted.failed + (silent ? 1 : 0);
  console.log(`── ${stage.name}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
