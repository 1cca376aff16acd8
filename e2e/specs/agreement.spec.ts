import { type Answered, writeAnsweredProject } from "../fixtures/answered-by-two.ts";
import { expect, test, type TacitApp } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { picture, review, WANTED } from "../fixtures/pictures.ts";
import { AdjudicatePage } from "../pages/adjudicate-page.ts";
import { AgreementPage } from "../pages/agreement-page.ts";
import type { StartPage } from "../pages/start-page.ts";
import type { AnswerValue } from "../../shared/features/annotations/answer-value.ts";

const LABELS = ["Refund", "Delivery", "Complaint about a parcel that came damaged"];
const MESSAGES = [
  "Where is my parcel? It should have been here on Monday.",
  "The box was crushed and the lamp inside is broken. I want my money back.",
  "Please take the second charge off my card.",
  "Nobody rang the bell, and now it says delivered.",
];

const label = (labelId: string | undefined): AnswerValue => ({
  kind: "classify",
  labelId: labelId ?? "",
});

/** Forty messages; Anna and Ben differ on every eighth. */
const messages = (labelIds: string[]): Answered[] =>
  Array.from({ length: 40 }, (_, n) => ({
    input: `${MESSAGES[n % 4]} (${n + 1})`,
    values: [label(labelIds[n % 3]), label(labelIds[n % 8 === 0 ? (n + 1) % 3 : n % 3])],
  }));

async function openAgreement(tacit: TacitApp, start: StartPage, path: string) {
  await start.title.waitFor();
  await start.openProjectFile(path);
  return goTo(tacit, "agreement");
}

/** By the address, as the step's own pages are reached. */
async function goTo(tacit: TacitApp, view: "agreement" | "adjudicate") {
  const place = encodeURIComponent(JSON.stringify({ step: "label", view }));
  await tacit.page.getByRole("navigation").waitFor();
  await tacit.page.evaluate((hash) => {
    history.pushState(null, "", `#${hash}`);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, place);
  const page = new AgreementPage(tacit);
  if (view === "agreement") await page.title.waitFor();
  return page;
}

test("agreement is told in words and numbers, and disagreements are decided by keys", async ({
  tacit,
  start,
}) => {
  const path = await writeAnsweredProject(tacit.folder, {
    name: "Parcels",
    taskType: "classify",
    labels: LABELS,
    answered: messages,
  });
  const { page } = tacit;
  const agreement = await openAgreement(tacit, start, path);
  await expect(agreement.main).toContainText(
    "Out of 100 examples that both people answered, about 88 got the same answer; by chance alone about 33 would.",
  );
  await expect(agreement.measure("percent")).toContainText("0.88");
  await expect(agreement.measure("cohenKappa")).toContainText("40 examples");
  await expect(agreement.mixUps).toContainText("Refund");
  await expect(agreement.pairs).toContainText("Ben");

  const decide = await agreement.decide(5);
  await expect(decide.left(5)).toBeVisible();
  await expect(decide.text).toContainText("(1)");
  await expect(decide.expert("A")).toBeVisible();
  await expect(decide.card("Ben")).toBeHidden();
  // Names are there for those who ask.
  await page.keyboard.press("n");
  await expect(decide.card("Ben")).toBeVisible();
  await page.keyboard.press("n");
  // Nothing is decided before something is chosen.
  await page.keyboard.press("Enter");
  await expect(decide.asksToChoose).toBeVisible();

  await page.keyboard.press("2");
  await expect(decide.isChosen(decide.expert("B"))).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.type("Damage 1st, whatever else is asked.");
  await expect(decide.comment).toHaveValue("Damage 1st, whatever else is asked.");
  await page.keyboard.press("Control+Enter");
  await expect(decide.left(4)).toBeVisible();
  await expect(decide.place(2, 5)).toBeVisible();
  await expect(decide.text).toContainText("(9)");

  // One that nobody chose.
  await page.keyboard.press("o");
  await expect(decide.isChosen(decide.other)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(decide.left(3)).toBeVisible();

  // Back to the first: what was decided is told, and undo opens it again.
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(decide.decided).toBeVisible();
  await expect(decide.main).toContainText("Damage 1st");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(decide.left(4)).toBeVisible();
  await expect(decide.text).toContainText("(9)");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(decide.left(5)).toBeVisible();
  await expect(decide.text).toContainText("(1)");
  await expect(decide.decided).toBeHidden();
});

const HEALTH =
  "Take 5 mg of Ramipril 🙂 once a day. Call the clinic if a dry cough does not go away within two weeks.";

const CASES: {
  taskType: "tag" | "extract" | "write" | "rank" | "chat";
  labels: string[];
  answered: (labelIds: string[]) => Answered[];
  shows: string[];
}[] = [
  {
    taskType: "tag",
    labels: LABELS,
    answered: ([a = "", b = "", c = ""]) =>
      [0, 1, 2].map((n) => ({
        input: `${MESSAGES[n]}`,
        values: [
          { kind: "tag", labelIds: [a, b] },
          { kind: "tag", labelIds: n === 0 ? [a, c] : [a, b] },
        ],
      })),
    shows: ["Delivery"],
  },
  {
    taskType: "extract",
    labels: ["Drug", "Dose", "Side effect"],
    answered: ([drug = "", dose = "", effect = ""]) =>
      [0, 1].map((n) => ({
        input: n === 0 ? HEALTH : `Second: ${HEALTH}`,
        values: [
          {
            kind: "extract",
            spans: [
              { start: 5 + 8 * n, end: 9 + 8 * n, labelId: dose },
              { start: 13 + 8 * n, end: 21 + 8 * n, labelId: drug },
              { start: 57 + 8 * n, end: 66 + 8 * n, labelId: effect },
            ],
          },
          {
            kind: "extract",
            spans: [
              { start: 5 + 8 * n, end: 9 + 8 * n, labelId: dose },
              { start: 5 + 8 * n, end: 21 + 8 * n, labelId: drug },
            ],
          },
        ],
      })),
    shows: ["Ramipril"],
  },
  {
    taskType: "write",
    labels: [],
    answered: () =>
      [0, 1].map((n) => ({
        input: `May I drink coffee before a blood test? (${n + 1})`,
        values: [
          { kind: "write", response: "Drink only water for eight hours before the test." },
          { kind: "write", response: "Drink only water for twelve hours before the blood test." },
        ],
      })),
    shows: ["twelve"],
  },
  {
    taskType: "rank",
    labels: [],
    answered: () =>
      [0, 1].map((n) => ({
        input: `Is a cold contagious? (${n + 1})`,
        payload: { kind: "rank", responses: ["Yes, most of all in the first days.", "No."] },
        values: [
          { kind: "rank", outcome: "preferred", preferred: 0, reasons: [] },
          { kind: "rank", outcome: "tie", preferred: null, reasons: [] },
        ],
      })),
    shows: ["first days"],
  },
  {
    taskType: "chat",
    labels: [],
    answered: () =>
      [0, 1].map((n) => ({
        input: `What helps against hiccups? (${n + 1})`,
        payload: {
          kind: "chat",
          turns: [{ role: "user", content: "What helps against hiccups?" }],
        },
        values: ["Hold your breath.", "Hold your breath and swallow."].map((content) => ({
          kind: "chat" as const,
          turns: [
            { role: "user" as const, content: "What helps against hiccups?" },
            { role: "assistant" as const, content },
          ],
        })),
      })),
    shows: ["swallow"],
  },
];

for (const { taskType, labels, answered, shows } of CASES)
  test(`${taskType}: both answers side by side, one of them or another one decided`, async ({
    tacit,
    start,
  }, testInfo) => {
    const { page } = tacit;
    const path = await writeAnsweredProject(tacit.folder, {
      name: taskType,
      taskType,
      labels,
      answered,
    });
    const agreement = await openAgreement(tacit, start, path);
    await expect(agreement.measure("percent")).toBeVisible();
    if (WANTED === "review") await review(page, testInfo, `agreement-${taskType}`);
    const open = taskType === "tag" ? 1 : 2;
    const decide = await agreement.decide(open);
    for (const text of shows) await expect(decide.main.getByText(text).first()).toBeVisible();
    await page.keyboard.press("o");
    await expect(decide.isChosen(decide.other)).toBeVisible();
    if (WANTED === "review") await review(page, testInfo, `adjudicate-${taskType}`);
    await page.keyboard.press("1");
    await expect(decide.isChosen(decide.expert("A"))).toBeVisible();
    await expect(decide.left(open)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(decide.left(open - 1)).toBeVisible();
  });

test("both pages can be used by everybody, empty ones too", async ({ tacit, start }, testInfo) => {
  const { page } = tacit;
  const path = await writeAnsweredProject(tacit.folder, {
    name: "Parcels",
    taskType: "classify",
    labels: LABELS,
    people: ["Anna", "Ben", "Charlotte", "Dr. Dimitriou-Papadopoulos"],
    answered: (labelIds) =>
      messages(labelIds).map((each, n) => ({
        ...each,
        values: [...each.values, label(labelIds[n % 3]), label(labelIds[(n * n) % 3])],
      })),
  });
  const agreement = await openAgreement(tacit, start, path);
  await expect(agreement.measure("fleissKappa")).toBeVisible();
  await auditorOf(page)("agreement");
  await picture(page, testInfo, "agreement");
  const decide = await agreement.decide(16);
  await expect(decide.expert("D")).toBeVisible();
  await page.keyboard.press("2");
  await expect(decide.isChosen(decide.expert("B"))).toBeVisible();
  await auditorOf(page)("adjudicate");
  await picture(page, testInfo, "decide");
});

test("without a second person both pages say what to do", async ({ tacit, start }, testInfo) => {
  await start.createProject("Alone", "classify");
  const agreement = await goTo(tacit, "agreement");
  await expect(agreement.main).toContainText("Only one person has answered");
  await auditorOf(tacit.page)("agreement, empty");
  if (WANTED === "review") await review(tacit.page, testInfo, "agreement-empty");
  await goTo(tacit, "adjudicate");
  const decide = new AdjudicatePage(tacit);
  await expect(decide.nothingLeft).toBeVisible();
  await auditorOf(tacit.page)("adjudicate, empty");
});
