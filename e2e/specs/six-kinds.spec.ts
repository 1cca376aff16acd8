import { writeRealExamples } from "../../electron/backend/testing/real-examples.ts";
import { TaskType } from "../../shared/features/projects/task-type.ts";
import { expect, test } from "../fixtures/app.ts";
import { picture } from "../fixtures/pictures.ts";
import { t } from "../pages/texts.ts";

interface Walk {
  labels: readonly string[];
  queue: "unlabelled" | "unreviewed";
  /** Keys of one decision, separated by blanks; what stands in quotes is typed. The last one saves. */
  decisions: readonly string[];
}

const WALKS: Record<TaskType, Walk> = {
  classify: {
    labels: ["Card", "Transfer", "Account", "Cash"],
    queue: "unlabelled",
    decisions: ["1", "2", "3", "4"],
  },
  tag: {
    labels: ["topic/card", "topic/transfer", "topic/cash", "tone/calm", "tone/angry"],
    queue: "unlabelled",
    decisions: ["1 4 Enter", "2 5 Enter", "3 Backspace 1 Enter", "1 4 Enter"],
  },
  write: {
    labels: [],
    queue: "unreviewed",
    decisions: Array.from(
      { length: 4 },
      () => 'e ControlOrMeta+End "Ask_a_doctor." ControlOrMeta+Enter',
    ),
  },
  chat: {
    labels: [],
    queue: "unreviewed",
    decisions: Array.from(
      { length: 4 },
      () => 'ArrowDown e ControlOrMeta+End "Ask_a_doctor." ControlOrMeta+Enter',
    ),
  },
  extract: {
    labels: ["Condition", "Cause", "Number"],
    queue: "unlabelled",
    decisions: [
      "ArrowRight ArrowRight 1 ArrowRight Shift+ArrowRight 2 Enter",
      "ArrowRight 1 Enter",
      "ArrowRight Shift+ArrowRight 2 Enter",
      "ArrowRight Shift+ArrowRight 3 ArrowRight ArrowRight 1 Enter",
    ],
  },
  rank: {
    labels: [],
    queue: "unlabelled",
    decisions: ["1 Enter", "2 Enter", "t Enter", "1 Enter"],
  },
};

for (const taskType of TaskType.options)
  test(`${taskType}: real examples are brought in and answered by keyboard alone`, async ({
    tacit,
    start,
    rail,
  }, testInfo) => {
    const { page } = tacit;
    const { labels, queue, decisions } = WALKS[taskType];
    const bring = await start.createProject(t(`projects.taskType.${taskType}.name`), taskType);
    await bring.chooseFile(writeRealExamples(taskType, tacit.folder));
    await bring.import();
    await bring.resultShown();
    if (labels.length > 0) {
      const define = await rail.define();
      for (const name of labels) await define.addLabel(name);
    }
    const label = await rail.label();
    await label.openQueue(queue);

    const press = async (key: string) => {
      if (key.startsWith('"')) await page.keyboard.type(key.slice(1, -1).replaceAll("_", " "));
      else await page.keyboard.press(key);
    };
    for (const [index, decision] of decisions.entries()) {
      const before = await label.judged.innerText();
      const keys = decision.split(" ");
      for (const key of keys.slice(0, -1)) await press(key);
      if (index === decisions.length - 1) await picture(page, testInfo, `label-${taskType}`);
      await press(keys.at(-1) ?? "Enter");
      await expect(label.judged).not.toHaveText(before);
    }
    await expect(label.done(queue, decisions.length)).toBeVisible();
    await label.openQueue("all");
    await expect(label.example.getByText(t("annotations.answeredBy.person"))).toBeVisible();
  });
