import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type TacitApp, test } from "../fixtures/app.ts";
import type { Accidents } from "../fixtures/host.ts";
import type { StartPage } from "../pages/start-page.ts";
import { t } from "../pages/texts.ts";

/** The desktop asks in a dialog of its own and reloads the window: electron/hosts/desktop/backend.test.ts. */
function accidentsOf({ accidents }: TacitApp): Accidents {
  test.skip(accidents === null, "this backend cannot be killed from outside");
  if (accidents === null) throw new Error("skipped");
  return accidents;
}

const bannerOf = ({ page }: TacitApp) =>
  page.getByRole("alert").filter({ hasText: t("common.connectionLost.title") });

/** What a browser logs about a socket or a request that nobody answers is no fault of the page. */
function forgetRefusals({ errors }: TacitApp) {
  expect(errors.filter((error) => !/WebSocket|ERR_CONNECTION|Failed to load/.test(error))).toEqual(
    [],
  );
  errors.length = 0;
}

async function bringTexts(tacit: TacitApp, start: StartPage, taskType: "classify" | "write") {
  const bring = await start.createProject("Crash", taskType);
  const file = join(tacit.folder, "texts.csv");
  const rows = ["first text,A", "second text,", "third text,", "fourth text,B"];
  writeFileSync(
    file,
    taskType === "classify" ? `text,label\n${rows.join("\n")}\n` : "text\none\ntwo\n",
  );
  await bring.chooseFile(file);
  await bring.import();
  const imported = taskType === "classify" ? 4 : 2;
  await expect(bring.sum({ imported, rejected: 0, known: 0 })).toBeVisible();
}

test("an answer under way when the backend dies is saved once it is back, and the desk stays", async ({
  tacit,
  start,
  rail,
}) => {
  const accidents = accidentsOf(tacit);
  await bringTexts(tacit, start, "classify");
  const label = await rail.label();
  await label.openQueue("unlabelled");
  await expect(label.text).toHaveText("second text");

  accidents.freeze();
  await label.answerWithKey("1");
  await accidents.crash();
  await expect(bannerOf(tacit)).toBeVisible();
  await expect(label.text).toHaveText("second text");
  await expect(tacit.page.getByText(t("annotations.waiting"))).toBeVisible();

  await accidents.restart();
  await expect(label.text).toHaveText("third text");
  await expect(bannerOf(tacit)).toHaveCount(0);
  await label.press("back");
  await expect(label.text).toHaveText("second text");
  await expect(label.label("A")).toHaveAttribute("aria-pressed", "true");

  await tacit.page.reload();
  await expect(label.title).toBeVisible();
  forgetRefusals(tacit);
});

test("a half-written response survives the backend and a reload, and can be saved afterwards", async ({
  tacit,
  start,
  rail,
}) => {
  const accidents = accidentsOf(tacit);
  await bringTexts(tacit, start, "write");
  const label = await rail.label();
  await label.response.click();
  await tacit.page.keyboard.type("Half a sentence");

  await accidents.crash();
  await expect(bannerOf(tacit)).toBeVisible();
  await tacit.page.keyboard.type(", and the rest of it");
  await accidents.restart();
  await expect(bannerOf(tacit)).toHaveCount(0);
  await expect(label.response).toHaveValue("Half a sentence, and the rest of it");

  await accidents.crash();
  await accidents.restart();
  await tacit.page.reload();
  await expect(label.response).toHaveValue("Half a sentence, and the rest of it");
  await label.saveResponse();
  await expect(label.text).toHaveText("two");
  await tacit.page.keyboard.press("Escape");
  await label.press("back");
  await expect(label.response).toHaveValue("Half a sentence, and the rest of it");
  await expect(label.draftNote).toHaveCount(0);
  forgetRefusals(tacit);
});
