import { describe, expect, it } from "vitest";
import { chooseRole, type Column, hasAnswers, rolesFor, withChoices } from "./column-roles.ts";

const COLUMNS: Column[] = [
  { name: "text", role: "input" },
  { name: "topic", role: "label" },
  { name: "note", role: "field" },
  { name: "date", role: "field" },
];

describe("chooseRole", () => {
  it.each([
    [
      "takes the meaning from the column that had it",
      "note",
      "input",
      { text: "field", note: "input" },
    ],
    ["lets many columns be kept alongside", "topic", "field", { topic: "field", note: "field" }],
    ["changes nothing when the meaning stays", "topic", "label", { text: "input", topic: "label" }],
  ] as const)("%s", (_case, name, role, expected) => {
    expect(chooseRole(COLUMNS, name, role)).toMatchObject(expected);
  });

  it("holds for a column that is called like an inherited property", () => {
    const odd: Column[] = [{ name: "constructor", role: "field" }];
    expect(withChoices(odd, chooseRole(odd, "constructor", "input"))).toEqual([
      { name: "constructor", role: "input" },
    ]);
  });
});

describe("withChoices", () => {
  it("keeps the guess where nothing was chosen", () => {
    expect(withChoices(COLUMNS, { note: "group" }).map((column) => column.role)).toEqual([
      "input",
      "label",
      "group",
      "field",
    ]);
  });

  it("takes no choice from a name that every object inherits", () => {
    const odd: Column[] = [{ name: "constructor", role: "field" }];
    expect(withChoices(odd, {})).toEqual(odd);
  });
});

describe("hasAnswers", () => {
  it.each([
    ["classify", true],
    ["write", false],
    ["extract", false],
  ] as const)("for %s is %s", (taskType, expected) => {
    expect(hasAnswers(COLUMNS, taskType)).toBe(expected);
  });
});

it("offers the answer's column only where the task has one", () => {
  expect(rolesFor("write")).toContain("response");
  expect(rolesFor("write")).not.toContain("label");
  expect(rolesFor("classify")).toContain("label");
});
