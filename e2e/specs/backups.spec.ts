import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { writeParcels } from "../fixtures/parcels.ts";
import { BackupsPage } from "../pages/backups-page.ts";
import { pattern, t } from "../pages/texts.ts";

const PARCELS = { train: 10, validation: 2, test: 4 };

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".tacit"),
  );

test("a backup is made, restored with one confirmation, and the restoring is taken back", async ({
  tacit,
  start,
  rail,
}) => {
  const { page } = tacit;
  const backups = new BackupsPage(tacit);
  const bring = await start.createProject("Parcels", "classify");
  await bring.chooseFile(writeParcels(tacit.folder, PARCELS));
  await bring.import();
  await bring.sum({ imported: 16, rejected: 0, known: 0 }).waitFor({ state: "attached" });

  await backups.open();
  await expect(backups.dialog.getByText(t("backups.none.title"))).toBeVisible();
  await backups.dialog.getByRole("button", { name: t("backups.makeNow") }).click();
  await expect(backups.rows).toHaveCount(1);
  await expect(backups.rows.first()).toContainText(
    t("backups.holds", { examples: 16, answered: 16 }),
  );
  await backups.close();
  await expect(backups.line).toContainText(pattern("backups.status.last", "when"));

  const define = await rail.define();
  await define.saveGuideline("# Written after the backup");
  await backups.open();
  await backups.askToRestore(backups.rows.first());
  await backups.doRestore();
  await rail.define();
  await define.open("guideline");
  await expect(define.guideline).toHaveValue("");

  await backups.open();
  await expect(backups.rows).toHaveCount(2);
  const kept = backups.rows.first();
  await expect(kept).toContainText(t("backups.reason.beforeRestore"));
  await backups.askToRestore(kept);
  await backups.doRestore();
  await rail.define();
  await define.open("guideline");
  await expect(define.guideline).toHaveValue("# Written after the backup");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("fault 43: a damaged newest backup is said to be so, and the next one is taken", async ({
  tacit,
  start,
  rail,
}) => {
  const backups = new BackupsPage(tacit);
  await start.createProject("First", "write");
  await backups.open();
  await backups.dialog.getByRole("button", { name: t("backups.makeNow") }).click();
  await expect(backups.rows).toHaveCount(1);
  await backups.backUpNow();
  await backups.close();

  const folder = join(tacit.folder, "app", "backups");
  const newest = join(folder, filesBelow(folder).toSorted().at(-1) ?? "");
  const bytes = readFileSync(newest);
  writeFileSync(newest, bytes.fill(7, 8192, 9000));

  // From the list of projects, as for one that cannot be opened any more.
  await rail.allProjects();
  await backups.openOf("First");
  await backups.askToRestore(backups.rows.first());
  await backups.confirm.getByRole("button", { name: t("backups.confirm.do"), exact: true }).click();
  const damaged = backups.page.getByRole("dialog", { name: t("backups.damaged.title") });
  await expect(damaged).toContainText(t("backups.damaged.text"));
  await damaged.getByRole("button", { name: pattern("backups.damaged.useNext", "when") }).click();
  await backups.doRestore();
  await backups.open();
  await expect(backups.rows.nth(1)).toContainText(t("backups.state.damaged"));
});

test("a copy of a backup opens as a project of its own", async ({ tacit, start }) => {
  const backups = new BackupsPage(tacit);
  await start.createProject("First", "write");
  await backups.open();
  await backups.dialog.getByRole("button", { name: t("backups.makeNow") }).click();
  await expect(backups.rows).toHaveCount(1);
  await backups.openCopy(backups.rows.first());
  await expect(backups.page).toHaveTitle(/^First \(\d{4}-\d\d-\d\d\) – Tacit$/);
  expect(filesBelow(join(tacit.folder, "projects"))).toHaveLength(2);
});

test("fault 34, 35: a synced folder is warned about until the user leaves the project there", async ({
  tacit,
  start,
}) => {
  const projects = join(tacit.folder, "projects");
  mkdirSync(join(projects, ".stfolder"), { recursive: true });
  writeFileSync(join(projects, "Mine (conflicted copy 2026-05-01 123456).tacit"), "of another");
  const backups = new BackupsPage(tacit);
  await start.createProject("Mine", "write");
  const service = t("backups.service.syncthing");
  await expect(backups.placeNotice).toContainText(t("backups.place.title.synced", { service }));
  await expect(tacit.page.getByText(t("backups.conflict.title", { count: 1 }))).toBeVisible();
  await backups.leaveHere();
  await tacit.page.reload();
  await expect(tacit.page.getByText(t("backups.conflict.title", { count: 1 }))).toBeVisible();
  await expect(backups.placeNotice).toHaveCount(0);
});

test("the backups can be reached and read by everybody", async ({ tacit, start }) => {
  const { page } = tacit;
  mkdirSync(join(tacit.folder, "projects", ".stfolder"), { recursive: true });
  const backups = new BackupsPage(tacit);
  await start.createProject("First", "write");
  const audit = auditorOf(page);
  await backups.placeNotice.waitFor();
  await audit("notice");
  await backups.line.focus();
  await page.keyboard.press("Enter");
  await backups.dialog.waitFor();
  await audit("no backup");
  await backups.dialog.getByRole("button", { name: t("backups.makeNow") }).click();
  await expect(backups.rows).toHaveCount(1);
  await audit("list");
  await backups.askToRestore(backups.rows.first());
  await audit("confirm");
  await page.keyboard.press("Escape");
  await backups.close();
});
