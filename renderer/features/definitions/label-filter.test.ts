import { describe, expect, it } from "vitest";
import { matchesFilter, namesIn } from "./label-filter.ts";

describe("matchesFilter", () => {
  const label = { name: "card_arrival", description: "Wo bleibt die Karte für Müller?" };
  it.each([
    ["", true],
    ["card arr", true],
    ["arrival card", true],
    ["CARD", true],
    ["muller", true],
    ["card refund", false],
  ])("%j → %s", (filter, expected) => {
    expect(matchesFilter(label, filter)).toBe(expected);
  });
});

describe("namesIn", () => {
  it.each([
    ["one", ["one"]],
    ["a\r\nb\n\n  c  ", ["a", "b", "c"]],
    ["- refund\n* refund\n• card", ["refund", "card"]],
    ['"quoted, name"', ["quoted, name"]],
    ["-40 °C", ["-40 °C"]],
    ["  \n ", []],
  ])("%j → %j", (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });
});
