import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { writeSeededProject } from "../fixtures/seeded-project.ts";
import { writeRealExamples } from "../../electron/backend/testing/real-examples.ts";
import { ChatDesk } from "../pages/chat-desk.ts";
import { t } from "../pages/texts.ts";
import type { ChatTurn } from "../../shared/features/annotations/answer-value.ts";

const say = (role: ChatTurn["role"], content: string): ChatTurn => ({ role, content });

const CLAIM = [
  say(
    "system",
    "You help the policy holders of a household insurance. Never promise that a claim is paid.",
  ),
  say(
    "user",
    "My washing machine flooded the kitchen last night. Are you going to pay for the floor?",
  ),
  say("assistant", "I am sorry to hear that. Yes, we will pay for the floor."),
  say("user", "Great! What do you need from me?"),
  say(
    "assistant",
    "Send photos of the damage, the invoice of the machine, and the name of the plumber 🔧.",
  ),
  say("user", "The plumber says that the hose was 12 years old. Does that matter?"),
  say("tool", '{"policy": "H-204", "wear_and_tear_excluded": true}'),
  say(
    "assistant",
    "It may: damage by wear is excluded. A colleague looks at your case and calls you.",
  ),
];
const QUESTION = [say("user", "Do I need a receipt for the wet carpet?")];

test("a conversation is put right by keyboard alone, turn by turn", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const path = await writeSeededProject(folder, "chat", [], () => [
    { input: "flood", payload: { kind: "chat", turns: QUESTION } },
    { input: "claim", payload: { kind: "chat", turns: CLAIM } },
  ]);
  await start.title.waitFor();
  await start.openProjectFile(path);
  await rail.label();
  const desk = new ChatDesk(tacit);

  await test.step("the reply that is missing is offered, and has to be written", async () => {
    await expect(desk.field(2)).toBeFocused();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(desk.problem("noReply").first()).toBeVisible();
    await page.keyboard.type("A photo is enough. s f b are words here.");
    await page.reload();
    await expect(desk.turn(2, 2, "assistant")).toContainText(
      "A photo is enough. s f b are words here.",
    );
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(desk.turns).toHaveCount(8);
  });

  await test.step("a reply is rewritten, and its changes are seen word by word", async () => {
    await expect(desk.turn(8, 8, "assistant")).toBeFocused();
    await desk.pressAll("Home ArrowDown ArrowDown e");
    await expect(desk.field(3)).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("I am sorry to hear that. A colleague will look at the floor.");
    await page.keyboard.press("Escape");
    await expect(desk.turn(3, 8, "assistant")).toBeFocused();
    await expect(desk.turn(3, 8, "assistant")).toContainText(t("annotations.chat.changed"));
    await page.keyboard.press("d");
    await expect(desk.turn(3, 8, "assistant").locator("del").first()).toHaveText("Yes,");
    await page.keyboard.press("d");
  });

  await test.step("what should not be learnt from is left out", async () => {
    await desk.pressAll("ArrowDown ArrowDown w ArrowUp");
    await expect(desk.turn(5, 8, "assistant")).toContainText(t("annotations.chat.notLearnt"));
  });

  await test.step("turns are added, given a role, moved and removed, and all of it can be taken back", async () => {
    await desk.pressAll("End a");
    await expect(desk.field(9)).toBeFocused();
    await page.keyboard.type("Thank you");
    await desk.pressAll("Escape r");
    await expect(desk.turn(9, 9, "assistant")).toBeFocused();
    await desk.pressAll("r r r Alt+ArrowUp");
    await expect(desk.turn(8, 9, "user")).toContainText("Thank you");
    await desk.pressAll("Delete");
    await expect(desk.turns).toHaveCount(8);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(desk.turns).toHaveCount(9);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(desk.turn(9, 9, "user")).toContainText("Thank you");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(desk.problem("endsElsewhere").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await desk.pressAll("Delete");
    await expect(desk.problem("endsElsewhere")).toHaveCount(0);
  });

  await test.step("saved, it is the answer; undo with no change left takes the answer back", async () => {
    await page.keyboard.press("ControlOrMeta+Enter");
    await desk.openQueue("all");
    await expect(desk.turn(2, 2, "assistant")).toBeVisible();
    await desk.press("forward");
    await expect(desk.turn(3, 8, "assistant")).toContainText("A colleague will look at the floor.");
    await expect(desk.turn(5, 8, "assistant")).toContainText(t("annotations.chat.notLearnt"));
    await expect(desk.example.getByText(t("annotations.answeredBy.person"))).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(desk.turn(3, 8, "assistant")).toContainText("Yes, we will pay");
  });
});

const PICTURES = process.env["TACIT_PICTURES"] === "review";

async function picture(page: Page, name: string): Promise<void> {
  for (const width of PICTURES ? [1280, 1920] : []) {
    await page.setViewportSize({ width, height: width === 1280 ? 800 : 1080 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const path = test.info().outputPath(`${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, animations: "disabled" });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("a conversation of eight turns while it is edited", async ({ tacit, start, rail }) => {
  const { page, folder } = tacit;
  const audit = auditorOf(page);
  const path = await writeSeededProject(folder, "chat", [], () => [
    { input: "claim", payload: { kind: "chat", turns: CLAIM } },
  ]);
  await start.title.waitFor();
  await start.openProjectFile(path);
  await rail.label();
  const desk = new ChatDesk(tacit);
  await expect(desk.turns).toHaveCount(8);
  await audit("at the last turn");
  await picture(page, "chat");
  await desk.pressAll("Home ArrowDown ArrowDown e");
  await expect(desk.field(3)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("I am sorry to hear that. A colleague will look at the floor.");
  await audit("writing");
  await picture(page, "chat-writing");
  await desk.pressAll("Escape ArrowDown Delete w d");
  await audit("changes");
  await picture(page, "chat-changes");
  await desk.showKeys();
  await audit("keys");
  await picture(page, "chat-keys");
});

test("real conversations come from a file, and a reply is rewritten", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const bring = await start.createProject("Medical conversations", "chat");
  await bring.chooseFile(writeRealExamples("chat", folder));
  await bring.import();
  await bring.resultShown();
  const desk = new ChatDesk(tacit);
  await rail.label();
  await expect(desk.turns).toHaveCount(2);
  await desk.turn(2, 2, "assistant").waitFor();
  const first = (await desk.turn(1, 2, "user").textContent()) ?? "";
  await desk.pressAll("Escape End e");
  await page.keyboard.type(" Ask your doctor.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(desk.turn(1, 2, "user")).not.toHaveText(first);
  await page.keyboard.press("Escape");
  await desk.press("back");
  await expect(desk.turn(1, 2, "user")).toHaveText(first);
  await expect(desk.turn(2, 2, "assistant")).toContainText("Ask your doctor.");
  await expect(desk.example.getByText(t("annotations.answeredBy.person"))).toBeVisible();
});
