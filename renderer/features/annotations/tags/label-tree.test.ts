import { expect, test } from "vitest";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { countChosen, growLabelTree, hasGroups, type LabelNode } from "./label-tree.ts";

const labelled = (name: string): Label => ({
  labelId: name,
  name,
  description: "",
  colour: "slate",
  key: null,
  examples: 0,
});
const grow = (...names: string[]) => growLabelTree(names.map(labelled));

/** `name*` is a label, `name(…)` a group. */
const show = (nodes: LabelNode[]): string =>
  nodes
    .map(({ name, label, children }) => {
      const group = children.length > 0 ? `(${show(children)})` : "";
      return `${name}${label ? "*" : ""}${group}`;
    })
    .join(" ");

test.each([
  ["no groups", ["b", "a"], "b* a*"],
  ["a group", ["pain/back", "pain/head"], "pain(back* head*)"],
  ["groups within", ["s/pain/back", "s/pain/head", "s/fever"], "s(pain(back* head*) fever*)"],
  ["a group that is a label", ["pain", "pain/back"], "pain*(back*)"],
  ["the same, the other way round", ["pain/back", "pain"], "pain*(back*)"],
  ["one alone", ["and/or", "other"], "and/or* other*"],
  ["one alone, deep", ["a/b/c", "a/b/d"], "a/b(c* d*)"],
  ["members apart", ["pain/back", "fever", "pain/head"], "pain(back* head*) fever*"],
  ["slashes at the ends", ["/", "a/", "a"], "/* a*(*)"],
])("%s", (_name, names, expected) => {
  expect(show(grow(...names))).toBe(expected);
});

test("every label is there once, with a path of its own", () => {
  const names = ["a", "a/b", "a/b/c", "a/d", "b/a", "b", "c/c/c", "/x", "x/"];
  const all = (nodes: LabelNode[]): LabelNode[] =>
    nodes.flatMap((node) => [node, ...all(node.children)]);
  const nodes = all(grow(...names));
  const found = nodes.flatMap(({ label }) => label?.name ?? []);
  expect(found.toSorted()).toEqual(names.toSorted());
  expect(new Set(nodes.map(({ path }) => path)).size).toBe(nodes.length);
  const labelledNodes = nodes.filter(({ label }) => label !== null);
  expect(labelledNodes.map(({ path }) => path)).toEqual(found);
});

test("what is chosen in a folded group is counted, its own label included", () => {
  const [group] = grow("pain", "pain/back", "pain/head/left", "pain/head/right");
  if (!group) throw new Error("no group");
  expect(hasGroups([group])).toBe(true);
  expect(countChosen(group, new Set(["pain", "pain/head/left", "fever"]))).toBe(2);
  expect(countChosen(group, new Set())).toBe(0);
});
