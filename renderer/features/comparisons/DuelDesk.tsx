import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Duel, VoteChoice } from "../../../shared/features/comparisons/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { isReadOnly } from "../../client/read-only.ts";
import { Button, ErrorNotice, isTyping, Key, Notice, Panel, ScrollRegion } from "../../ui/index.ts";

const CHOICES: { choice: VoteChoice; key: string }[] = [
  { choice: "a", key: "1" },
  { choice: "b", key: "2" },
  { choice: "tie", key: "3" },
  { choice: "bothBad", key: "4" },
];

/** One duel at a time; which side is which is told only after the vote. */
export function DuelDesk(props: { comparisonId: string; hasVotes: boolean }) {
  const { comparisonId } = props;
  const client = useQueryClient();
  const duel = useQuery(orpc.comparisons.nextDuel.queryOptions({ input: { comparisonId } }));
  const [revealed, setRevealed] = useState<"base" | "tuned" | null>(null);
  /** The duel voted on last: however quickly keys are pressed, each duel gets one vote. */
  const votedItem = useRef<string | null>(null);
  const refresh = useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: orpc.comparisons.key() }),
        client.invalidateQueries({ queryKey: orpc.projects.journey.key() }),
      ]),
    [client],
  );
  const vote = useMutation(
    orpc.comparisons.vote.mutationOptions({
      meta: { showsItsOwnError: true },
      onSuccess: (result) => {
        setRevealed(result.revealed.a);
        return refresh();
      },
    }),
  );
  const undo = useMutation(
    orpc.comparisons.undoVote.mutationOptions({
      onSuccess: () => {
        setRevealed(null);
        return refresh();
      },
    }),
  );
  const takeBack = () => {
    votedItem.current = null;
    undo.mutate({ comparisonId });
  };
  const itemId = duel.data?.itemId;
  const { mutate } = vote;
  const choose = useCallback(
    (choice: VoteChoice) => {
      if (!itemId || votedItem.current === itemId) return;
      votedItem.current = itemId;
      mutate({ comparisonId, itemId, choice }, { onError: () => (votedItem.current = null) });
    },
    [comparisonId, itemId, mutate],
  );
  useVoteKeys(choose);
  return (
    <Panel
      title={t("comparisons.duel.title")}
      actions={
        <Button writes size="small" disabled={undo.isPending || !props.hasVotes} onClick={takeBack}>
          {t("comparisons.duel.undo")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {revealed ? (
          <Notice role="status">
            {t("comparisons.duel.revealed", {
              a: t(`comparisons.duel.side.${revealed}`),
              b: t(`comparisons.duel.side.${revealed === "base" ? "tuned" : "base"}`),
            })}
          </Notice>
        ) : null}
        {vote.isError ? <ErrorNotice error={vote.error} /> : null}
        {duel.data ? <Sides duel={duel.data} onChoose={choose} /> : null}
        {duel.data === null ? <p className="text-muted">{t("comparisons.duel.allDone")}</p> : null}
      </div>
    </Panel>
  );
}

function useVoteKeys(choose: (choice: VoteChoice) => void) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const chosen = CHOICES.find(({ key }) => key === event.key);
      if (chosen && !isReadOnly()) choose(chosen.choice);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [choose]);
}

function Sides(props: { duel: Duel; onChoose: (choice: VoteChoice) => void }) {
  const { duel } = props;
  return (
    <>
      <div>
        <h3 className="mb-1 text-xs font-medium text-muted">
          {t("comparisons.duel.question", { left: duel.left })}
        </h3>
        <p dir="auto" className="max-w-prose text-base font-medium break-words whitespace-pre-wrap">
          {duel.input}
        </p>
      </div>
      <div className="grid grid-cols-2 gap-4">
        {(["a", "b"] as const).map((side) => (
          <ScrollRegion
            key={side}
            aria-label={t(`comparisons.duel.${side}`)}
            className="max-h-[38vh] min-h-40 overflow-auto rounded-md border border-line bg-sunken p-4"
          >
            <h3 className="mb-2 text-xs font-semibold text-muted">
              {t(`comparisons.duel.${side}`)}
            </h3>
            <p dir="auto" className="break-words whitespace-pre-wrap">
              {duel[side] || <em className="text-muted">{t("comparisons.duel.empty")}</em>}
            </p>
          </ScrollRegion>
        ))}
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        {CHOICES.map(({ choice, key }) => (
          <Button writes key={choice} onClick={() => props.onChoose(choice)}>
            {t(`comparisons.duel.choose.${choice}`)} <Key>{key}</Key>
          </Button>
        ))}
      </div>
    </>
  );
}
