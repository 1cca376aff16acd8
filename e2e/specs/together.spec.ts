import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, TestInfo } from "@playwright/test";
import { expect, test, type TacitApp } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { picture, review, WANTED } from "../fixtures/pictures.ts";
import { startHost } from "../fixtures/host.ts";
import type { LabelPage } from "../pages/label-page.ts";
import { Rules } from "../pages/rules.ts";
import { Rail } from "../pages/rail.ts";
import { StartPage } from "../pages/start-page.ts";
import { t } from "../pages/texts.ts";
import { TogetherPage } from "../pages/together-page.ts";

/** Looks at a screen in both themes, and takes its pictures where they are asked for. */
const lookAt = (page: Page, testInfo: TestInfo) => async (name: string) => {
  await auditorOf(page)(name);
  if (name === "together") await picture(page, testInfo, name);
  else if (WANTED === "review") await review(page, testInfo, name);
  await page.setViewportSize({ width: 1280, height: 800 });
};

/** Twelve letters, the first two of which the file answers. */
function writeLetters(folder: string): string {
  const path = join(folder, "letters.csv");
  const rows = Array.from({ length: 12 }, (_, n) => {
    const label = n === 0 ? "refund" : n === 1 ? "delivery" : "";
    return `"Letter ${n}: caf\u00E9 machine, what about it? 👩‍⚕️",${label}`;
  });
  writeFileSync(path, `text,label\n${rows.join("\n")}\n`);
  return path;
}

/** Answers everything in the queue with one key, as fast as the desk moves on. */
async function answerAll(label: LabelPage, keys: readonly string[]) {
  for (const [index, key] of keys.entries()) {
    const before = await label.text.innerText();
    await label.answerWithKey(key);
    if (index < keys.length - 1) await expect(label.text).not.toHaveText(before);
  }
}

/** Another computer, with another person at it. */
async function startColleague(
  playwright: { chromium: { launch: () => Promise<import("@playwright/test").Browser> } },
  projectName: string,
) {
  const folder = mkdtempSync(join(tmpdir(), "tacit-e2e-"));
  const host = await startHost(projectName, () => playwright.chromium.launch(), {
    TACIT_APP_DIR: join(folder, "app"),
    TACIT_PROJECTS_DIR: join(folder, "projects"),
  });
  const tacit: TacitApp = { ...host, folder, errors: [] };
  return { tacit, stop: () => host.stop() };
}

test("two colleagues, two computers, two files: handed out, labelled by keyboard, returned, merged, disputed", async ({
  tacit,
  start,
  rail,
  playwright,
}, testInfo) => {
  const look = lookAt(tacit.page, testInfo);
  const colleague = await startColleague(playwright, testInfo.project.name);
  const theirs = new TogetherPage(colleague.tacit);
  const lookThere = lookAt(colleague.tacit.page, testInfo);
  let together!: TogetherPage;
  let slice = "";
  let back = "";

  await test.step("the owner hands six letters out, three of them for both", async () => {
    const bring = await start.createProject("Letters", "classify");
    await bring.chooseFile(writeLetters(tacit.folder));
    await bring.import();
    await bring.resultShown();
    together = await rail.together();
    await look("together-empty");
    await together.sayName("Dr. Owner");
    await together.openHandOut();
    await together.fillHandOut("Dr. Weber", 6, 50);
    await expect(together.handOutDialog.getByRole("status")).toHaveText(
      t("handouts.out.plan", { examples: 6, shown: "6", overlap: 3 }),
    );
    await look("hand-out");
    slice = await together.make(together.handOutDialog);
    await look("hand-out-ready");
    await together.closeDialog(together.handOutDialog);
    expect(readFileSync(slice).subarray(0, 2).toString()).toBe("PK");
    await look("together-out");
  });

  await test.step("the colleague compares the numbers, labels and returns", async () => {
    const startThere = new StartPage(colleague.tacit);
    await startThere.title.waitFor();
    await theirs.chooseArrived(slice, "start");
    await expect(theirs.arrivedDialog.getByText("Dr. Owner").first()).toBeVisible();
    expect(await theirs.numbersOfSender()).toBe(await together.numbers());
    await theirs.introduce("Dr. Weber");
    await expect(theirs.openSliceButton).toBeDisabled();
    await lookThere("slice-arrived");
    await theirs.confirmSender("Dr. Owner");
    const label = await theirs.openSlice();
    await expect(label.text).toContainText("café machine");
    await answerAll(label, ["1", "1", "1", "1", "1", "1"]);
    const page = await new Rail(colleague.tacit).together();
    await expect(page.main.getByText("6 of 6 answered")).toBeVisible();
    await lookThere("slice-done");
    await page.openReturn("Dr. Owner");
    await lookThere("return");
    back = await page.make(page.returnDialog);
    await page.closeDialog(page.returnDialog);
  });

  await test.step("the owner answers the same three without seeing the colleague's answers", async () => {
    const label = await rail.label();
    await label.openQueue("asked");
    await answerAll(label, ["1", "2", "2"]);
  });

  await test.step("the owner merges; two differ and wait for a decision", async () => {
    together = await rail.together();
    await together.chooseArrived(back);
    await expect(together.preview).toContainText("new answers");
    expect(await together.numbersOfSender()).toBe(await theirs.numbers());
    await expect(together.mergeButton).toBeDisabled();
    await look("merge");
    await together.confirmSender("Dr. Weber");
    await expect(together.preview.getByText("3", { exact: true })).toBeVisible();
    await together.merge();
    await expect(together.disputed(2)).toBeVisible();
    await tacit.page
      .getByRole("button", { name: t("common.close") })
      .first()
      .click();
    await look("together");
    // The same file again changes nothing.
    await together.chooseArrived(back);
    await expect(together.preview.getByText(t("handouts.preview.again"))).toBeVisible();
    await together.merge();
    await expect(together.disputed(2)).toBeVisible();
  });

  await test.step("the colleague thinks again, with a label of their own, and returns once more", async () => {
    const railThere = new Rail(colleague.tacit);
    await (await railThere.define()).addLabel("fraud");
    const label = await railThere.label();
    await label.openQueue("all");
    await answerAll(label, ["3", "3", "3", "3", "3", "3"]);
    await label.press("back");
    await label.press("rule");
    await new Rules(colleague.tacit.page).make("A café machine is fraud.");
    const page = await railThere.together();
    await page.openReturn("Dr. Owner");
    back = await page.make(page.returnDialog);
    await page.closeDialog(page.returnDialog);
  });

  await test.step("no label comes by itself; undo takes a merge back as a whole", async () => {
    await together.chooseArrived(back);
    await expect(together.preview.getByText(t("handouts.left.label", { count: 6 }))).toBeVisible();
    await look("merge-labels");
    const takeOver = together.preview.getByRole("button", { name: t("handouts.rules.takeOver") });
    await takeOver.click();
    await expect(together.preview.getByText(t("handouts.rules.here"))).toBeVisible();
    await together.decideLabel("fraud", t("handouts.labels.add"));
    await expect(together.preview.getByText(t("handouts.left.label", { count: 6 }))).toBeHidden();
    await together.merge();
    await expect(together.disputed(3)).toBeVisible();
    const deciding = await together.decide();
    await expect(deciding.main).toContainText("café machine");
    await tacit.page.keyboard.press("ControlOrMeta+z");
    together = await rail.together();
    await expect(together.disputed(2)).toBeVisible();
  });

  await colleague.stop();
});

test("a locked file opens with its passphrase alone, and a changed one is refused in words", async ({
  tacit,
  start,
  rail,
}) => {
  const bring = await start.createProject("Letters", "classify");
  await bring.chooseFile(writeLetters(tacit.folder));
  await bring.import();
  await bring.resultShown();
  const together = await rail.together();
  await together.sayName("Dr. Owner");
  await together.openHandOut();
  await together.fillHandOut("Dr. Weber", 2, 0);
  const dialog = together.handOutDialog;
  const passphrase = dialog.getByRole("textbox", { name: t("handouts.passphrase") });
  await passphrase.fill("short");
  await expect(dialog.getByText(t("handouts.passphraseShort"))).toBeVisible();
  await expect(dialog.getByRole("button", { name: t("handouts.out.make") })).toBeDisabled();
  await passphrase.fill("four words of mine");
  const path = await together.make(dialog);
  await together.closeDialog(dialog);

  await together.chooseArrived(path);
  const asked = together.arrivedDialog.getByRole("textbox", {
    name: t("handouts.arrived.passphrase"),
  });
  await asked.fill("four words of yours");
  await asked.press("Enter");
  await expect(together.arrivedDialog.getByRole("alert")).toContainText("not the passphrase");
  await asked.fill("four words of mine");
  await asked.press("Enter");
  await expect(together.openSliceButton).toBeEnabled();
  await tacit.page.keyboard.press("Escape");

  const changed = join(tacit.folder, "changed.tacit-return");
  writeFileSync(changed, Buffer.concat([readFileSync(path).subarray(0, 400), Buffer.alloc(50)]));
  await together.chooseArrived(changed);
  await together.arrivedDialog.getByRole("textbox").fill("four words of mine");
  await tacit.page.keyboard.press("Enter");
  await expect(together.arrivedDialog.getByRole("alert")).toContainText(
    "changed.tacit-return was not opened",
  );
});
