import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/app.ts";
import { writeSeededProject } from "../fixtures/seeded-project.ts";
import { writeRealExamples } from "../../electron/backend/testing/real-examples.ts";
import { SpanDesk } from "../pages/span-desk.ts";
import { t } from "../pages/texts.ts";

const NOTE =
  "Patient took aspirin 100 mg and, since Monday 😀, ibuprofen.\r\nNo fever. Stop aspirin; aspirin is not tolerated.";
const FAMILY = "👨‍👩‍👧‍👦 asked for cafe\u0301 creme\u0301, twice: crème 𝒳 and 🇩🇪.";
const LABELS = ["Drug", "Dose", "Finding", "Time"];

test("passages are labelled by keyboard alone, and every offset counts code points", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const path = await writeSeededProject(folder, "extract", LABELS, () => [
    { input: NOTE },
    { input: FAMILY },
    { input: "Nothing of interest here." },
  ]);
  await start.title.waitFor();
  await start.openProjectFile(path);
  await rail.label();
  const desk = new SpanDesk(tacit);
  await expect(desk.text).toContainText("Patient took aspirin");

  await test.step("words, and runs of words", async () => {
    await desk.pressAll("ArrowRight ArrowRight 1");
    await expect(desk.places).toHaveText(["Drugaspirin"]);
    await expect(desk.said).toHaveText(
      t("annotations.spans.said.labelled", { text: "aspirin", label: "Drug" }),
    );
    await desk.pressAll("ArrowRight Shift+ArrowRight");
    expect(await desk.selected()).toBe("100 mg");
    await desk.pressAll("2 End 1");
    await expect(desk.places).toHaveText(["Drugaspirin", "Dose100 mg", "Drugibuprofen"]);
  });

  await test.step("the same text elsewhere, in one act", async () => {
    await desk.pressAll("Home Tab");
    await expect(
      desk.example.getByRole("button", {
        name: t("annotations.spans.everywhere", { places: 2, label: "Drug", text: "aspirin" }),
      }),
    ).toBeVisible();
    await desk.pressAll("Shift+Digit8");
    await expect(desk.places).toHaveCount(5);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(desk.places).toHaveCount(3);
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect(desk.places).toHaveCount(5);
  });

  await test.step("relabelled, widened, overlapped, removed", async () => {
    await desk.pressAll("Home Tab 3");
    await expect(desk.places.first()).toHaveText("Findingaspirin");
    await desk.pressAll("1 BracketRight BracketRight");
    await expect(desk.places.first()).toHaveText("Drugaspirin 100 mg");
    await desk.pressAll("Shift+BracketRight Shift+BracketRight");
    await expect(desk.places.first()).toHaveText("Drugaspirin");
    await desk.pressAll(
      "Escape Home ArrowRight Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight 3",
    );
    await expect(desk.places.first()).toHaveText("Findingtook aspirin 100 mg");
    await desk.pressAll("Tab Tab Delete");
    await expect(desk.places).toHaveText([
      "Findingtook aspirin 100 mg",
      "Drugaspirin",
      "Drugibuprofen",
      "Drugaspirin",
      "Drugaspirin",
    ]);
  });

  await test.step("half done, it outlives a restart", async () => {
    await expect(desk.example.getByText(t("annotations.draft"))).toBeVisible();
    await page.reload();
    await expect(desk.places).toHaveCount(5);
  });

  await test.step("emoji, accents and flags stay whole", async () => {
    await desk.pressAll("Enter");
    await expect(desk.text).toContainText("asked for");
    await desk.pressAll("1 End 4");
    await desk.pressAll("Home ArrowRight ArrowRight ArrowRight Shift+ArrowRight 3");
    await desk.pressAll("ArrowRight ArrowRight Shift+Alt+ArrowRight Shift+Alt+ArrowRight 2");
    await expect(desk.places).toHaveText([
      "Drug👨‍👩‍👧‍👦",
      "Findingcafe\u0301 creme\u0301",
      "Dosecrème 𝒳",
      "Time🇩🇪",
    ]);
    await desk.pressAll("Enter");
    await expect(desk.text).toContainText("Nothing of interest");
    await desk.press("back");
    await desk.openHistory();
    // The history reads the offsets as code points, on its own.
    await expect(desk.history).toContainText("“crème 𝒳”");
    await expect(desk.history).toContainText("“🇩🇪”");
    await page.keyboard.press("Escape");
    await desk.pressAll("Enter");
  });

  await test.step("no passage at all is an answer", async () => {
    await expect(desk.text).toContainText("Nothing of interest");
    await desk.pressAll("Enter");
    await desk.openQueue("all");
    await expect(desk.text).toContainText("Patient took");
    await expect(desk.example.getByText(t("annotations.answeredBy.person"))).toBeVisible();
  });
});

const PICTURES = process.env["TACIT_PICTURES"] === "review";

/** Axe in light and dark; and, when asked for, a picture in every size and theme. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect.soft(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    for (const width of PICTURES ? [1280, 1920] : []) {
      await page.setViewportSize({ width, height: width === 1280 ? 800 : 1080 });
      const path = test.info().outputPath(`${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, animations: "disabled" });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
}

const LETTER = `Discharge letter — Klinikum Nord

Mrs. O'Connor (58 y) was admitted on 12 March with acute chest pain 😟 radiating to the left arm. She had taken aspirin 100 mg that morning, and metoprolol succinate 47.5 mg twice daily since 2019. Troponin T was 0.8 ng/ml; the ECG showed ST elevation in V2–V4.

Coronary angiography revealed a proximal LAD stenosis of 90 %, treated with one drug-eluting stent. Post-interventional course without complications. Aspirin 100 mg and ticagrelor 90 mg twice daily are to be continued for 12 months 👍🏽.

אבחנה: אוטם שריר הלב. נטלה אספירין 100 מ״ג.
`;

test("overlaps, emoji and two directions of writing are drawn so that they can be read", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const place = (text: string, labelId: string, from = 0) => {
    const before = Array.from(LETTER.slice(0, LETTER.indexOf(text, from))).length;
    return { start: before, end: before + Array.from(text).length, labelId };
  };
  const path = await writeSeededProject(
    folder,
    "extract",
    ["Drug", "Dose", "Finding", "Time", "Person", "Medication order"],
    ([drug = "", dose = "", finding = "", time = "", person = "", order = ""]) => [
      {
        input: LETTER,
        answer: {
          kind: "extract",
          spans: [
            place("Mrs. O'Connor", person),
            place("12 March", time),
            place("acute chest pain 😟 radiating to the left arm", finding),
            place("chest pain", finding),
            place("left arm", person),
            place("aspirin", drug),
            place("100 mg", dose),
            place("metoprolol succinate 47.5 mg twice daily since 2019", order),
            place("metoprolol succinate", drug),
            place("47.5 mg", dose),
            place("twice daily since 2019", time),
            place("ticagrelor 90 mg twice daily", order),
            place("ticagrelor", drug),
            place("90 mg", dose, LETTER.indexOf("ticagrelor")),
            place("אספירין", drug),
            place("100 מ״ג", dose),
          ],
        },
      },
    ],
  );
  await start.title.waitFor();
  await start.openProjectFile(path);
  const desk = new SpanDesk(tacit);
  await rail.label();
  await desk.openQueue("all");
  await expect(desk.places).toHaveCount(16);
  await look(page, "extract");
  await desk.pressAll("Tab Tab Tab");
  await look(page, "extract-chosen");
  await desk.pressAll(
    "Escape Home ArrowDown ArrowDown ArrowRight Shift+ArrowRight Shift+ArrowRight",
  );
  await look(page, "extract-marked");
  await desk.showKeys();
  await look(page, "extract-keys");
});

/** As long as the longest documents, with as many places as anybody marks. */
function longReport(): string {
  const visit = (n: number) =>
    `Visit ${n}. The patient took aspirin ${50 + (n % 9) * 25} mg and slept well. Blood pressure ${120 + (n % 30)}/80. ` +
    "She walks daily, eats little salt, and reports no dizziness, no nausea and no pain in the chest or the arms. ".repeat(
      3,
    ) +
    "\n\n";
  return Array.from({ length: 470 }, (_, n) => visit(n)).join("");
}

test("a document of 200,000 characters with 500 places answers every key at once", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const text = longReport();
  const path = await writeSeededProject(folder, "extract", LABELS, ([drug = "", dose = ""]) => [
    {
      input: text,
      answer: {
        kind: "extract",
        spans: [...text.matchAll(/aspirin (\d+ mg)/g)].slice(0, 250).flatMap(({ index }) => [
          { start: index, end: index + 7, labelId: drug },
          { start: index, end: index + 14, labelId: dose },
        ]),
      },
    },
  ]);
  await start.title.waitFor();
  await start.openProjectFile(path);
  const desk = new SpanDesk(tacit);
  await rail.label();
  await desk.openQueue("all");
  await expect(desk.places).toHaveCount(500);
  if (PICTURES) await look(page, "extract-long");
  await desk.pressAll("Control+End");
  await expect(desk.text.getByText("Visit 469.")).toBeInViewport();
  await desk.pressAll("Shift+ArrowLeft");
  expect(await desk.selected()).toBe("the arms");
  await desk.pressAll("3");
  await expect(desk.places).toHaveCount(501);
  await desk.pressAll("Control+Home Tab Tab");
  await expect(desk.list.locator("[aria-current=true]")).toHaveCount(1);
});

test("passages are marked by mouse: whole words, single letters, and with a label in hand", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const path = await writeSeededProject(folder, "extract", LABELS, () => [{ input: NOTE }]);
  await start.title.waitFor();
  await start.openProjectFile(path);
  await rail.label();
  const desk = new SpanDesk(tacit);
  const drag = async (from: string, to: string) => {
    const begin = await desk.pointAt(from);
    const end = await desk.pointAt(to);
    await page.mouse.move(begin.x, begin.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 5 });
    await page.mouse.up();
  };
  await expect(desk.text).toContainText("Patient took");
  const clickLabel = (name: string) => desk.labels.getByRole("button", { name }).click();

  await drag("took", "aspirin");
  await expect.poll(() => desk.selected()).toBe("took aspirin");
  await clickLabel("Finding");
  await expect(desk.places).toHaveText(["Findingtook aspirin"]);

  const word = await desk.pointAt("Monday");
  await page.mouse.dblclick(word.x, word.y);
  await expect.poll(() => desk.selected()).toBe("Monday");
  await desk.pressAll("4");
  await expect(desk.places).toHaveText(["Findingtook aspirin", "TimeMonday"]);

  await page.keyboard.down("Alt");
  await drag("ev", "r.");
  await page.keyboard.up("Alt");
  await expect.poll(() => desk.selected()).toBe("ver");
  await desk.pressAll("Escape");

  await clickLabel("Drug");
  await expect(
    desk.example.getByText(t("annotations.spans.brush", { label: "Drug" })),
  ).toBeVisible();
  await drag("profen", "ibu");
  await expect(desk.places).toHaveText(["Findingtook aspirin", "TimeMonday", "Drugibuprofen"]);
  await desk.pressAll("Escape");

  const marked = await desk.pointAt("Monday");
  await page.mouse.click(marked.x, marked.y);
  await desk.pressAll("Delete");
  await expect(desk.places).toHaveText(["Findingtook aspirin", "Drugibuprofen"]);
});

test("among three hundred labels one is found by a few letters", async ({ tacit, start, rail }) => {
  const { folder } = tacit;
  const many = Array.from({ length: 300 }, (_, n) => `Code ${String(n).padStart(3, "0")}`);
  const labels = [...many, "Adverse drug reaction"];
  const path = await writeSeededProject(folder, "extract", labels, () => [{ input: NOTE }]);
  await start.title.waitFor();
  await start.openProjectFile(path);
  await rail.label();
  const desk = new SpanDesk(tacit);
  await expect(desk.text).toContainText("Patient took");
  await desk.pressAll("ArrowRight ArrowRight Shift+ArrowRight");
  await desk.answerByFinding("advers");
  await expect(desk.places).toHaveText(["Adverse drug reactionaspirin 100"]);
  await desk.pressAll("Shift+ArrowRight");
  await expect(desk.places).toHaveText(["Adverse drug reactionaspirin 100 mg"]);
  await look(tacit.page, "extract-many-labels");
});

test("real examples come from a file, and the first is labelled", async ({
  tacit,
  start,
  rail,
}) => {
  const { folder } = tacit;
  const bring = await start.createProject("Medical texts", "extract");
  await bring.chooseFile(writeRealExamples("extract", folder));
  await bring.import();
  await bring.resultShown();
  const define = await rail.define();
  await define.addLabel("Disease");
  await define.addLabel("Treatment");
  await rail.label();
  const desk = new SpanDesk(tacit);
  const first = await desk.text.innerText();
  await desk.pressAll("Shift+ArrowRight 1 Enter");
  await expect(desk.text).not.toHaveText(first);
  await desk.press("back");
  await expect(desk.places).toHaveCount(1);
  await expect(desk.example.getByText(t("annotations.answeredBy.person"))).toBeVisible();
});
