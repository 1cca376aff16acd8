import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/app.ts";
import { writeParcels } from "../fixtures/parcels.ts";
import { t } from "../pages/texts.ts";

async function auditPage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} – ${node.html} ${node.failureSummary}`),
  );
  expect.soft(told).toEqual([]);
}

test("examples are found, narrowed, and the conditions kept", async ({ tacit, start, rail }) => {
  const bring = await start.createProject("Parcels", "classify");
  await bring.chooseFile(writeParcels(tacit.folder, { train: 40, validation: 4, test: 40 }));
  await bring.import();
  await bring.sum({ imported: 84, rejected: 0, known: 0 }).waitFor({ state: "attached" });
  const examples = await rail.examples();
  await expect(examples.total).toHaveText("84 examples");
  await auditPage(tacit.page);

  await examples.search("courier -money parc");
  await expect(examples.total).toHaveText("42 examples");
  await examples.narrow(t("examples.filter.split"), "test");
  await expect(examples.total).toHaveText("20 examples");
  await examples.saveConditions("Delivery, tested");
  await examples.search("(a+)+$");
  await expect(examples.main.getByText(t("examples.noMatch.title"))).toBeVisible();
  await examples.savedConditions("Delivery, tested").click();
  await expect(examples.total).toHaveText("20 examples");
  await tacit.page.reload();
  await expect(examples.total).toHaveText("20 examples");
});

test("many are chosen with the keyboard, changed in one step, and told of afterwards", async ({
  tacit,
  start,
  rail,
}) => {
  const { page } = tacit;
  const bring = await start.createProject("Parcels", "classify");
  await bring.chooseFile(writeParcels(tacit.folder, { train: 300, validation: 20, test: 40 }));
  await bring.import();
  await bring.sum({ imported: 360, rejected: 0, known: 0 }).waitFor({ state: "attached" });
  const examples = await rail.examples();
  await examples.row("parcel 0").waitFor();
  await examples.table.focus();

  await test.step("choose", async () => {
    await page.keyboard.press("Control+a");
    await expect(examples.chosen(360)).toBeVisible();
    await page.keyboard.press("End");
    await page.keyboard.press("Space");
    await expect(examples.chosen(359)).toBeVisible();
    await expect(examples.row("parcel 359")).toHaveAttribute("aria-selected", "false");
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(examples.chosen(3)).toBeVisible();
  });

  await test.step("label", async () => {
    await examples.labelChosen("Delivery");
    await expect(examples.row("parcel 2").first()).toContainText("Delivery");
    await expect(examples.row("parcel 4").first()).toContainText("Refund");
  });

  await test.step("what happened to one", async () => {
    await examples.row("parcel 2").first().dblclick();
    await expect(examples.detail).toContainText("give me back the money for parcel 2");
    await expect(examples.detail).toContainText(t("history.event.answered.person"));
    await auditPage(page);
    await examples.detail.getByRole("button", { name: t("examples.detail.useAgain") }).click();
    await expect(examples.row("parcel 2").first()).toContainText("Refund");
  });

  await test.step("what changed", async () => {
    const changes = await examples.openChanges();
    const labelled = changes.getByRole("listitem").filter({ hasText: "Labelled 3 examples" });
    await auditPage(page);
    await labelled.getByRole("button", { name: t("history.takeBack") }).click();
    await expect(
      changes.getByRole("listitem").filter({ hasText: "before an earlier step" }),
    ).toBeVisible();
    await labelled.getByRole("button", { name: t("history.show") }).click();
    await expect(examples.total).toHaveText("3 examples");
    await expect(examples.row("parcel 0")).toContainText("Refund");
  });
});

test("what is put away comes back; what is deleted for ever does not", async ({
  tacit,
  start,
  rail,
}) => {
  const bring = await start.createProject("Parcels", "classify");
  await bring.chooseFile(writeParcels(tacit.folder, { train: 6, validation: 2, test: 2 }));
  await bring.import();
  await bring.sum({ imported: 10, rejected: 0, known: 0 }).waitFor({ state: "attached" });
  const examples = await rail.examples();
  await examples.choose("parcel 3");
  await examples.act("putAway");
  await expect(examples.total).toHaveText("9 examples");
  await examples.narrow(t("examples.filter.putAway"), "true");
  await expect(examples.total).toHaveText("One example");
  await examples.choose("parcel 3");
  await examples.act("bringBack");
  await examples.main.getByRole("button", { name: t("examples.noMatch.action") }).click();
  await expect(examples.total).toHaveText("10 examples");
  await examples.choose("parcel 5");
  await examples.deleteForEver(1);
  await expect(examples.total).toHaveText("9 examples");
  await expect(examples.row("parcel 5")).toHaveCount(0);
});
