import { describe, expect, test } from "vitest";
import { type Decision, type Opinion, settle, type Settlement } from "./settle.ts";

const said = (annotationId: string, key: string): Opinion => ({ annotationId, key });
const decided = (
  annotationId: string,
  key: string,
  considered: string[],
  decidedAtMs = 1,
): Decision => ({ annotationId, key, considered, decidedAtMs });

const cases: [string, Opinion[], Decision[], Settlement][] = [
  ["nobody answered", [], [], { kind: "open" }],
  ["one answer", [said("b", "x")], [], { kind: "agreed", annotationId: "b" }],
  [
    "two that say the same",
    [said("b", "x"), said("a", "x")],
    [],
    { kind: "agreed", annotationId: "a" },
  ],
  ["two that differ", [said("a", "x"), said("b", "y")], [], { kind: "disputed" }],
  [
    "a decision on both",
    [said("a", "x"), said("b", "y")],
    [decided("d", "y", ["a", "b"])],
    { kind: "decided", annotationId: "d" },
  ],
  [
    "an answer that came after the decision",
    [said("a", "x"), said("b", "y"), said("c", "z")],
    [decided("d", "y", ["a", "b"])],
    { kind: "disputed" },
  ],
  [
    "an answer that came after the decision and says the same",
    [said("a", "x"), said("b", "y"), said("c", "y")],
    [decided("d", "y", ["a", "b"])],
    { kind: "decided", annotationId: "d" },
  ],
  [
    "a change of mind that ends the dispute",
    [said("a2", "y"), said("b", "y")],
    [],
    { kind: "agreed", annotationId: "a2" },
  ],
  [
    "a change of mind against what was decided",
    [said("a2", "y"), said("b", "y")],
    [decided("d", "x", ["a", "b"])],
    { kind: "disputed" },
  ],
  [
    "a decision before anybody answered",
    [],
    [decided("d", "x", [])],
    { kind: "decided", annotationId: "d" },
  ],
  [
    "a decision against what everybody said",
    [said("a", "x"), said("b", "x")],
    [decided("d", "y", ["a", "b"])],
    { kind: "decided", annotationId: "d" },
  ],
  [
    "the later of two decisions",
    [said("a", "x"), said("b", "y")],
    [decided("d", "y", ["a", "b"], 1), decided("e", "x", ["a", "b"], 2)],
    { kind: "decided", annotationId: "e" },
  ],
];

describe("settle", () => {
  test.each(cases)("%s", (_what, opinions, decisions, expected) => {
    expect(settle(opinions, decisions)).toEqual(expected);
  });

  test.each(cases)("%s, in the other order", (_what, opinions, decisions, expected) => {
    expect(settle(opinions.toReversed(), decisions.toReversed())).toEqual(expected);
  });
});
