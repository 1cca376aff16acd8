import { writeAnsweredBefore } from "../fixtures/answered-before.ts";
import { expect, test } from "../fixtures/app.ts";
import { writeSeededProject } from "../fixtures/seeded-project.ts";
import { Rules } from "../pages/rules.ts";
import { SimilarDialog } from "../pages/similar-dialog.ts";
import { SpanDesk } from "../pages/span-desk.ts";
import { t } from "../pages/texts.ts";

const RULE = "A card that is on its way is no lost card.";
const CHANGED = "A card that is on its way is card arrival, lost or not.";

test("one is corrected, similar ones follow but for a veto, and one step takes all of it back", async ({
  tacit,
  start,
  rail,
}) => {
  const { page } = tacit;
  await start.openSample("bank-questions");
  const label = await rail.label();
  await label.openQueue("unreviewed");
  const corrected = await label.text.innerText();
  // It came with the file as "card_arrival", like others of its kind.
  await label.answerByFinding("lost_or_stolen_card");
  await expect(label.text).not.toHaveText(corrected);

  const similar = new SimilarDialog(page);
  await label.press("similar");
  await expect(similar.options.first()).toBeVisible();
  await expect(similar.source).toContainText(corrected);
  const all = await similar.ticked.count();
  expect(all).toBeGreaterThan(1);
  await expect(similar.applyTo(all)).toBeEnabled();
  const vetoed = await similar.ticked.nth(1).innerText();
  await similar.toggle(1);
  await expect(similar.ticked).toHaveCount(all - 1);
  await expect(similar.applyTo(all - 1)).toBeEnabled();
  await similar.apply();
  const told = t("similar.applied", { examples: all - 1, shown: String(all - 1) });
  await expect(page.getByText(told)).toBeVisible();

  // Of those that were ticked, only the one left out is still answered otherwise.
  await label.press("similar");
  await expect(similar.source).toContainText(corrected);
  await expect(similar.ticked).toHaveCount(1);
  expect(await similar.ticked.innerText()).toBe(vetoed);
  await page.keyboard.press("Escape");

  await label.undo();
  const undone = t("common.undoDone", { action: t("history.action.applyToSimilar") });
  await expect(page.getByText(undone)).toBeVisible();
  await label.press("similar");
  await expect(similar.source).toContainText(corrected);
  await expect(similar.ticked).toHaveCount(all);
});

test("a rule is made at the desk, changed, and the answers it concerns are looked at once more", async ({
  tacit,
  start,
  rail,
}) => {
  const { page } = tacit;
  await start.openSample("bank-questions");
  let label = await rail.label();
  await label.openQueue("unlabelled");
  const answered = await label.text.innerText();
  await label.answerByFinding("card_arrival");
  await expect(label.text).not.toHaveText(answered);

  const rules = new Rules(page);
  await label.press("rule");
  await expect(rules.making).toContainText("card_arrival");
  await rules.make(RULE);
  await expect(rules.beside).toContainText(RULE);
  await expect(rules.beside).toContainText(t("rules.new"));
  await expect(rules.beside).toContainText("card_arrival");

  const define = await rail.define();
  await define.open("rules");
  const asking = await rules.change(RULE, CHANGED);
  const all = asking.getByRole("button", { name: /^All / });
  const concerned = Number((await all.textContent())?.replace(/\D/g, ""));
  expect(concerned).toBeGreaterThan(1);
  await all.press("Enter");
  await expect(define.main.getByText(CHANGED)).toBeVisible();

  label = await rail.label();
  await label.openQueue("again");
  const waiting = (left: number) =>
    label.main.getByRole("button", { name: `${t("annotations.queue.again")} ${left}` });
  for (let done = 0; done < 4; done += 1) {
    await expect(waiting(concerned - done)).toBeVisible();
    await expect(label.main.getByText(CHANGED).first()).toBeVisible();
    await expect(label.main.getByText(t("rules.notice.keep"))).toBeVisible();
    await expect(label.example).toContainText("card_arrival");
    await page.keyboard.press("Enter");
  }
  await expect(waiting(concerned - 4)).toBeVisible();

  // Undo asks for the last one again.
  await label.undo();
  await expect(waiting(concerned - 3)).toBeVisible();
  await expect(label.main.getByText(t("rules.notice.keep"))).toBeVisible();
});

test("a passage marked once is marked in the texts where it stands as a word", async ({
  tacit,
  start,
  rail,
}) => {
  const path = await writeSeededProject(tacit.folder, "extract", ["Drug"], () => [
    { input: "Patient took aspirin with food." },
    { input: "Aspirins are sold 😀 but aspirin, and aspirin again, was refused." },
    { input: "Nothing of interest here." },
  ]);
  await start.title.waitFor();
  await start.openProjectFile(path);
  const label = await rail.label();
  const desk = new SpanDesk(tacit);
  await expect(desk.text).toContainText("Patient took aspirin");
  await desk.pressAll("ArrowRight ArrowRight 1 Enter");
  await expect(desk.text).toContainText("Aspirins");
  const similar = new SimilarDialog(tacit.page);
  await label.press("similar");
  await expect(similar.ticked).toHaveCount(1);
  await expect(similar.options.first().locator("mark")).toHaveText(["aspirin", "aspirin"]);
  await similar.apply();
  await label.openQueue("all");
  // Arrows step through the words here.
  await desk.pressAll("n");
  await expect(desk.text).toContainText("Aspirins");
  await expect(desk.places).toHaveText(["Drugaspirin", "Drugaspirin"]);
});

test("among unanswered examples one comes back unmarked; whoever decides otherwise is told, and may go back", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const path = await writeAnsweredBefore(folder, ["Letter", "Invoice"], { answered: 30, open: 30 });
  await start.title.waitFor();
  await start.openProjectFile(path);
  const label = await rail.label();
  await label.openQueue("unlabelled");
  const seen: string[] = [];
  const isOld = (text: string) => Number(text.replace(/\D/g, "")) < 30;
  const told = (text: string) => label.main.getByText(t("revisits.changedMind.title", { text }));
  while (!seen.some(isOld)) {
    expect(seen.length).toBeLessThan(10);
    const text = await label.text.innerText();
    // Nothing sets it apart from the others.
    await expect(label.example.getByText(t("annotations.status.unlabelled"))).toBeVisible();
    seen.push(text);
    await label.answerWithKey("2");
    await expect(label.text).not.toHaveText(text);
  }
  const old = seen.at(-1) ?? "";
  await expect(told(old)).toBeVisible();
  await page.getByRole("button", { name: t("revisits.backTo") }).press("Enter");
  await expect(told(old)).toBeHidden();
  await label.openQueue("all");
  while ((await label.text.innerText()) !== old) await label.press("forward");
  await expect(label.label("Letter")).toHaveAttribute("aria-pressed", "true");
});
