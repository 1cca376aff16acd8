import { expect, test } from "vitest";
import { isSameModel } from "./same-model.ts";

test.each([
  ["gpt-4.1-mini", "gpt-4.1-mini", true],
  ["gpt-4.1-mini", "gpt-4.1-mini-2025-04-14", true],
  ["gpt-4.1-mini-2025-04-14", "gpt-4.1-mini", true],
  ["llama3", "llama3:latest", true],
  ["Qwen/Qwen3-8B", "qwen3-8b", true],
  ["gpt-4.1", "gpt-4.1-mini", false],
  ["ft:gpt-4.1-mini:org::abc", "gpt-4.1-mini", false],
  ["ft:gpt-4.1-mini:org::abc", "ft:gpt-4.1-mini:org::abc", true],
  ["ft:gpt-4.1-mini:org::abc", "ft:gpt-4.1-mini:org::abd", false],
  ["ft:gpt-4.1-mini:org::1:2", "ft:gpt-4.1-mini:org::1", false],
  ["base-LoRa:name-x1", "base", false],
])("asked %s, answered by %s: same is %s", (requested, answered, same) =>
  expect(isSameModel(requested, answered)).toBe(same),
);
