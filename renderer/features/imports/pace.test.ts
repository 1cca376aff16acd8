import { expect, it } from "vitest";
import { paceOf } from "./pace.ts";

const since = { atMs: 1000, done: 100 };

it.each([
  ["too little watched", { atMs: 1200, done: 500, total: 1000 }, null],
  ["nothing moved", { atMs: 5000, done: 100, total: 1000 }, null],
  ["half way", { atMs: 3000, done: 500, total: 1000 }, { perSecond: 200, secondsLeft: 2.5 }],
  ["no end known", { atMs: 3000, done: 500 }, { perSecond: 200, secondsLeft: null }],
  [
    "past the guessed end",
    { atMs: 3000, done: 500, total: 400 },
    { perSecond: 200, secondsLeft: 0 },
  ],
])("%s", (_case, now, expected) => {
  expect(paceOf(since, now)).toEqual(expected);
});
