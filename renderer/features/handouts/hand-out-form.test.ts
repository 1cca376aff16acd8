import { expect, test } from "vitest";
import { emptyForm, type HandOutForm, isReady, planOf } from "./hand-out-form.ts";

const form = (change: Partial<HandOutForm>): HandOutForm => ({
  ...emptyForm([]),
  name: "Dr. Weber",
  ...change,
});

test.each<[Partial<HandOutForm>, boolean]>([
  [{}, true],
  [{ name: "  " }, false],
  [{ to: "known", name: "" }, true],
  [{ count: "0" }, false],
  [{ count: "2.5" }, false],
  [{ count: "many" }, false],
  [{ overlapPercent: "" }, false],
  [{ overlapPercent: "101" }, false],
  [{ overlapPercent: "0" }, true],
  [{ passphrase: "short" }, false],
  [{ passphrase: "long enough" }, true],
])("%o: ready %s", (change, ready) => {
  expect(isReady(form(change))).toBe(ready);
});

test("percent become a share", () => {
  expect(planOf(form({ overlapPercent: "25", count: "8" }))).toEqual({
    which: "unlabelled",
    filter: {},
    count: 8,
    overlapShare: 0.25,
  });
});
