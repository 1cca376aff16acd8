import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { TaskType } from "../../shared/features/projects/task-type.ts";
import { expect, test } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { review, WANTED } from "../fixtures/pictures.ts";
import { BUILT_ROOT } from "../fixtures/built-files.ts";
import type { BringPage } from "../pages/bring-page.ts";
import type { Rail } from "../pages/rail.ts";
import type { StartPage } from "../pages/start-page.ts";
import { t } from "../pages/texts.ts";

const ROWS = 24;
const CLI = join(BUILT_ROOT, "out/main/cli.js");

const FILES = {
  extract: (index: number) => ({
    text: `💊 Patient ${index} takes aspirin daily`,
    label: [
      [
        `💊 Patient ${index} takes `.length - 1,
        `💊 Patient ${index} takes aspirin`.length - 1,
        "DRUG",
      ],
    ],
  }),
  chat: (index: number) => ({
    messages: [
      { role: "system", content: "Be kind." },
      { role: "user", content: `Where is parcel ${index}?` },
      { role: "assistant", content: `It comes tomorrow, on tour ${index}.`, weight: 1 },
    ],
  }),
  rank: (index: number) => ({
    prompt: `May I return parcel ${index}?`,
    response_a: `Yes, within ${index + 2} days.`,
    response_b: "No.",
    winner: index % 3 === 0 ? "tie" : index % 2 === 0 ? "A" : "B",
  }),
} satisfies Partial<Record<TaskType, (index: number) => object>>;
type FileTask = keyof typeof FILES;

function writeTaskFile(folder: string, task: FileTask): string {
  const path = join(folder, `${task}.jsonl`);
  const rows = Array.from({ length: ROWS }, (_, index) => JSON.stringify(FILES[task](index)));
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
}

/** A project made on the command line, as scripts make them, opened and given a file. */
async function bringIn(
  { start, rail }: { start: StartPage; rail: Rail },
  folder: string,
  task: FileTask,
): Promise<BringPage> {
  const project = join(folder, `Task ${task}.tacit`);
  execFileSync(process.execPath, [CLI, "create", project, "--task", task]);
  await start.openProjectFile(project);
  const bring = await rail.bring();
  await bring.chooseFile(writeTaskFile(folder, task));
  return bring;
}

async function finishImport(bring: BringPage): Promise<void> {
  await bring.goToReview();
  await expect(bring.reviewed("fresh", ROWS)).toBeVisible();
  await bring.importButton.click();
  await expect(bring.sum({ imported: ROWS, rejected: 0, known: 0 })).toBeAttached();
}

/** Axe in light and dark; and, when asked for, a picture in every size and theme. */
async function look(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  await auditorOf(page)(name);
  if (WANTED === "review") await review(page, test.info(), name);
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Freezes what there is and hands it over; the lines of the training file. */
async function handOver(
  rail: Rail,
  folder: string,
  format: "doccano" | "openai-chat" | "preference",
) {
  const train = await rail.train();
  await train.freeze();
  const screen = await rail.handOver();
  await screen.choose(format);
  const written = await screen.write(folder);
  await screen.file("train.jsonl").waitFor();
  return readFileSync(join(written, "train.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("marked passages come in, are checked and handed over at the same places", async ({
  tacit,
  start,
  rail,
}) => {
  const { page } = tacit;
  const bring = await bringIn({ start, rail }, tacit.folder, "extract");
  await expect(bring.roleOf("spans")).toHaveValue("spans");
  await look(page, "marked-passages");
  await finishImport(bring);
  const check = await rail.check();
  await expect(check.labelBars).toContainText("DRUG");
  await look(page, "marked-passages-checked");
  const rows = await handOver(rail, tacit.folder, "doccano");
  const [{ text, label }] = rows as [{ text: string; label: [number, number, string][] }];
  const [[from, to]] = label as [[number, number, string]];
  expect(Array.from(text).slice(from, to).join("")).toBe("aspirin");
  await expect(
    bring.main.getByRole("radio", { name: t("handoffs.format.openai-chat.name") }),
  ).toHaveCount(0);
});

test("conversations come in answered and go out as they were", async ({ tacit, start, rail }) => {
  const bring = await bringIn({ start, rail }, tacit.folder, "chat");
  await expect(bring.roleOf("messages")).toHaveValue("messages");
  await finishImport(bring);
  const rows = await handOver(rail, tacit.folder, "openai-chat");
  expect(rows[0]).toHaveProperty("messages.2.weight", 1);
});

test("pairs come in with their winner; ties are left out of the pairs and counted", async ({
  tacit,
  start,
  rail,
}) => {
  const { page } = tacit;
  const bring = await bringIn({ start, rail }, tacit.folder, "rank");
  await expect(bring.roleOf("winner")).toHaveValue("preference");
  await expect(bring.roleOf("response_b")).toHaveValue("response");
  // Without two columns of responses there is nothing to choose between.
  await bring.roleOf("response_b").selectOption("field");
  await expect(bring.main.getByText(t("imports.needsResponses"))).toBeVisible();
  await bring.roleOf("response_b").selectOption("response");
  await expect(bring.roleOf("response_a")).toHaveValue("response");
  await look(page, "pairs");
  await finishImport(bring);
  const rows = await handOver(rail, tacit.folder, "preference");
  expect(rows[0]).toHaveProperty("preferred_output.0.role", "assistant");
  await expect(bring.main.getByText(t("handoffs.leftOut", { count: 8 }))).toBeVisible();
  await look(page, "pairs-handed-over");
});
