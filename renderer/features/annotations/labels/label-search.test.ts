import { expect, test } from "vitest";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { searchLabels } from "./label-search.ts";

const label = (name: string, description = ""): Label => ({
  labelId: name,
  name,
  description,
  colour: "slate",
  key: null,
  examples: 0,
});
const labels = [
  label("card_arrival", "When will my card come"),
  label("lost_or_stolen_card"),
  label("card_payment_fee_charged"),
  label("Rückerstattung", "refund asked for"),
  label("refund_not_showing_up"),
];

test.each([
  [
    "",
    [
      "card_arrival",
      "lost_or_stolen_card",
      "card_payment_fee_charged",
      "Rückerstattung",
      "refund_not_showing_up",
    ],
  ],
  ["card", ["card_arrival", "card_payment_fee_charged", "lost_or_stolen_card"]],
  ["fee card", ["card_payment_fee_charged"]],
  ["stol", ["lost_or_stolen_card"]],
  ["card-arrival", ["card_arrival"]],
  ["crdarr", ["card_arrival"]],
  ["ruck", ["Rückerstattung"]],
  ["REFUND", ["refund_not_showing_up", "Rückerstattung"]],
  ["zebra", []],
])("“%s”", (query, expected) => {
  expect(searchLabels(labels, query).map((found) => found.name)).toEqual(expected);
});
