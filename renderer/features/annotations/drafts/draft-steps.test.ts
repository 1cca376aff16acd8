import { expect, test } from "vitest";
import { DraftSteps } from "./draft-steps.ts";

/** A desk that shows what it is given, unless it refuses. */
function openDesk() {
  const desk = { value: "", refuses: false };
  const steps = new DraftSteps("");
  const show = (value: string) => {
    if (!desk.refuses) desk.value = value;
    steps.follow(desk.value, show);
  };
  steps.follow("", show);
  return { desk, steps };
}

test("changes are taken back one by one, and done again", () => {
  const { desk, steps } = openDesk();
  steps.change("a");
  steps.change("ab");
  expect([steps.undo(), desk.value]).toEqual([true, "a"]);
  expect([steps.undo(), desk.value]).toEqual([true, ""]);
  expect([steps.undo(), desk.value]).toEqual([false, ""]);
  expect([steps.redo(), desk.value]).toEqual([true, "a"]);
  steps.change("x");
  expect([steps.redo(), desk.value]).toEqual([false, "x"]);
});

test("letters typed without a pause are one step", () => {
  const { desk, steps } = openDesk();
  steps.type("H", 0);
  steps.type("Hi", 300);
  steps.type("Hi!", 5000);
  steps.undo();
  expect(desk.value).toBe("Hi");
  steps.undo();
  expect(desk.value).toBe("");
});

test("a change that was refused is no step", () => {
  const { desk, steps } = openDesk();
  steps.change("a");
  desk.refuses = true;
  steps.change("b");
  desk.refuses = false;
  expect([steps.undo(), desk.value]).toEqual([true, ""]);
});
