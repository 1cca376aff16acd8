import { expect, test } from "../fixtures/app.ts";
import { t } from "../pages/texts.ts";

const RESPONSE =
  "Ask for a second opinion; skip, flag and back are words here, not keys: s f b u 1 2 /";

test("medical answers, from a sample to a blind verdict", async ({ tacit, start, rail }) => {
  const { page } = tacit;

  await test.step("open the sample", async () => {
    await start.openSample("medical-questions");
    const define = await rail.define();
    await define.open("guideline");
    await expect(define.guideline).not.toHaveValue("");
  });

  await test.step("rewrite a response", async () => {
    const label = await rail.label();
    await label.openQueue("unreviewed");
    await expect(label.example.getByText(t("annotations.answeredBy.import"))).toBeVisible();
    const first = await label.text.innerText();
    await label.response.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(RESPONSE);
    await expect(label.text).toHaveText(first);
    await expect(label.response).toHaveValue(RESPONSE);
    await expect(label.draftNote).toBeVisible();

    await page.reload();
    await expect(label.text).toHaveText(first);
    await expect(label.response).toHaveValue(RESPONSE);
    await expect(label.draftNote).toBeVisible();

    await label.saveResponse();
    await expect(label.text).not.toHaveText(first);
    await page.keyboard.press("Escape");
    await label.press("back");
    await expect(label.text).toHaveText(first);
    await expect(label.response).toHaveValue(RESPONSE);
    await expect(label.draftNote).toHaveCount(0);
    await expect(label.example.getByText(t("annotations.answeredBy.person"))).toBeVisible();
  });

  await test.step("train the instant model", async () => {
    const train = await rail.train();
    await train.freeze();
    await train.choose("instant");
    await train.seeWhatLeaves();
    await train.start();
    await expect(train.isDone(train.run("instant"))).toBeVisible({ timeout: 60_000 });
  });

  await test.step("vote blind", async () => {
    const compare = await rail.compare();
    await compare.start();
    await expect(compare.anyPairsLeft).toBeVisible({ timeout: 60_000 });
    const pairs = Number(/\d+/.exec(await compare.anyPairsLeft.innerText())?.[0]);
    expect(pairs).toBeGreaterThan(50);
    await expect(compare.revealed).toHaveCount(0);

    await compare.voteWithKey("tie");
    await expect(compare.pairsLeft(pairs - 1)).toBeVisible();
    await expect(compare.revealed).toBeVisible();
    await compare.voteWithKey("bothBad");
    await expect(compare.pairsLeft(pairs - 2)).toBeVisible();
    await expect(compare.winRate).toHaveCount(0);

    await compare.voteWithKey("a");
    await expect(compare.pairsLeft(pairs - 3)).toBeVisible();
    await expect(compare.winRate).toBeVisible();
    await expect(compare.verdict("tooFewToSay")).toBeVisible();

    await compare.takeVoteBack();
    await expect(compare.pairsLeft(pairs - 2)).toBeVisible();
    await expect(compare.revealed).toHaveCount(0);
    await expect(compare.winRate).toHaveCount(0);
    await compare.voteWithKey("b");
    await expect(compare.pairsLeft(pairs - 3)).toBeVisible();
    await expect(compare.winRate).toBeVisible();

    await page.reload();
    await expect(compare.pairsLeft(pairs - 3)).toBeVisible();
    await expect(compare.winRate).toBeVisible();
  });
});
