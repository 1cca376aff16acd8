import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ChatTurn } from "../../../../shared/features/annotations/answer-value.ts";
import { broughtTurns } from "../../../../shared/features/annotations/chat/chat-draft.ts";
import type { Example } from "../../../../shared/features/examples/contract.ts";
import { orpc } from "../../../client/rpc.ts";

/** The conversation as it came: with the reply that a file or a model gave, before any person changed it. */
export function useOriginalTurns(example: Example): ChatTurn[] {
  const { exampleId } = example;
  const known = useQuery(orpc.examples.get.queryOptions({ input: { exampleId } })).data;
  return useMemo(() => {
    const first = known?.history.find((entry) => entry.answeredBy !== "person")?.value;
    return first?.kind === "chat" ? first.turns : broughtTurns(example);
  }, [known, example]);
}
