import { Scale } from "lucide-react";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { Button, Key } from "../../ui/index.ts";
import { takenKeys } from "./keys/desk-keys.ts";
import { useKeyCap } from "./keys/key-settings.ts";
import { makeRule } from "./related.ts";

/** What was decided becomes a rule. */
export function MakeRuleButton({ labels, taskType }: Pick<Definition, "labels" | "taskType">) {
  const cap = useKeyCap("rule", takenKeys(taskType, labels));
  return (
    <Button look="quiet" writes className="px-2!" onClick={() => makeRule(taskType)}>
      <Scale aria-hidden className="size-4" />
      {t("rules.open")}
      <span aria-hidden>
        <Key>{cap}</Key>
      </span>
    </Button>
  );
}
