import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/app.ts";
import { t } from "../pages/texts.ts";

const LONG_HEADER = "h".repeat(300);
const FAMILY = "👩‍👩‍👧‍👦 family";
const TEXTS = [
  "<script>alert(1)</script>",
  `<img src=x onerror="alert(2)"><svg onload=alert(3)>`,
  "[press me](javascript:alert(4)) javascript:alert(5)",
  "invoice\u202Efdp.exe and back",
  `=HYPERLINK("https://tracker.invalid/?leak","press")`,
  "![pixel](https://tracker.invalid/pixel.png)",
  "</p></body><iframe src='https://tracker.invalid/frame'></iframe>",
];
const LABELS = [FAMILY, "<b>bold</b>", "=1+1", "plain"];
const GUIDELINE = `# Rules <script>alert(6)</script>

![pixel](https://tracker.invalid/guideline.png)
[a link](https://tracker.invalid/link) and [worse](javascript:alert(7))

<img src="https://tracker.invalid/html.png" onerror="alert(8)">`;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** What the page asked of anybody but Tacit itself, and the windows it opened. */
function watch(page: Page) {
  const seen: string[] = [];
  const { origin } = new URL(page.url());
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin) seen.push(`request: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => seen.push(`popup: ${popup.url()}`));
  page.on("framenavigated", (frame) => {
    if (new URL(frame.url()).origin !== origin) seen.push(`navigation: ${frame.url()}`);
  });
  return seen;
}

test("whatever is imported or written is shown as text", async ({ tacit, start, rail }) => {
  const { page, folder } = tacit;
  const seen = watch(page);
  const file = join(folder, "#&lt; ' onload=alert(9) %3Cb%3E.csv");
  const rows = TEXTS.map((text, index) =>
    [text, LABELS[index % LABELS.length] ?? "", "=cmd|' /C calc'!A0"].map(cell).join(","),
  );
  // The last one is without an answer, so that the desk has something to ask.
  rows.push(`${cell(TEXTS.join("\n"))},,${cell("@SUM(1)")}`);
  writeFileSync(file, `text,label,${LONG_HEADER}\n${rows.join("\n")}\n`);

  await test.step("bring", async () => {
    const bring = await start.createProject("<script>alert(0)</script>", "classify");
    await bring.chooseFile(file);
    const preview = bring.previewOf(file);
    for (const text of [...TEXTS, ...LABELS])
      await expect(preview.getByText(text, { exact: true }).first()).toBeVisible();
    await expect(bring.roleOf(LONG_HEADER)).toBeVisible();
    await expect(preview.getByRole("img").or(preview.getByRole("link"))).toHaveCount(0);
    await bring.import();
    await expect(bring.sum({ imported: 8, rejected: 0, known: 0 })).toBeAttached();
  });

  await test.step("define", async () => {
    const define = await rail.define();
    await expect(define.labels).toHaveCount(LABELS.length);
    await define.saveGuideline(GUIDELINE);
    const preview = define.guidelinePreview;
    await expect(preview.getByRole("heading")).toHaveText("Rules <script>alert(6)</script>");
    await expect(preview).toContainText("a link (https://tracker.invalid/link)");
    await expect(preview.getByRole("img").or(preview.getByRole("link"))).toHaveCount(0);
  });

  await test.step("label", async () => {
    const label = await rail.label();
    await expect(label.text).toHaveText(TEXTS.join("\n"));
    for (const name of LABELS) await expect(label.label(name)).toBeVisible();
    await expect(label.guideline.getByRole("heading")).toHaveText(
      "Rules <script>alert(6)</script>",
    );
    await label.answerWithKey("1");
    await label.openQueue("all");
    for (const text of TEXTS) {
      await expect(label.text).toHaveText(text);
      await label.press("flag");
      await expect(
        label.example.getByText(t("annotations.flagged"), { exact: true }),
      ).toBeVisible();
      await label.press("forward");
    }
  });

  await test.step("check", async () => {
    const check = await rail.check();
    const flagged = check.finding("flagged", { examples: TEXTS.length });
    await check.showExamplesOf(flagged);
    await expect(check.examples).toHaveCount(TEXTS.length);
    for (const [index, text] of TEXTS.entries())
      await expect(check.examples.nth(index)).toContainText(text);
  });

  expect(seen).toEqual([]);
  await expect(page.getByRole("link")).toHaveCount(0);
});
