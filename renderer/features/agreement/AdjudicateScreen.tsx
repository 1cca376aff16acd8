import { useMutation, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { type Dispute, isRuleBody } from "../../../shared/features/agreement/contract.ts";
import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { isReadOnly } from "../../client/read-only.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, EmptyState, ErrorNotice, Key, ScreenFrame } from "../../ui/index.ts";
import { DecisionBar, focusComment } from "./DecisionBar.tsx";
import { DisputeView } from "./DisputeView.tsx";
import { chosenValue, type Draft, NO_DRAFT } from "./draft.ts";
import { beginOther } from "./other-answer.ts";
import { useDecideKeys } from "./use-decide-keys.ts";
import { useDisputes } from "./use-disputes.ts";

const NAMES_KEY = "tacit.namesHidden";

/** Where people answered differently, one example at a time: somebody decides, and says why. */
export function AdjudicateScreen() {
  const disputes = useDisputes();
  const definition = useQuery(orpc.definitions.get.queryOptions());
  const [namesHidden, setNamesHidden] = useState(() => localStorage.getItem(NAMES_KEY) !== "no");
  const exampleId = disputes.order[disputes.index];
  const hideNames = (hidden: boolean) => {
    localStorage.setItem(NAMES_KEY, hidden ? "yes" : "no");
    setNamesHidden(hidden);
  };
  const isEmpty = disputes.isLoaded && exampleId === undefined;
  return (
    <ScreenFrame
      fill
      wide
      title={t("agreement.decide.title")}
      lead={
        exampleId === undefined
          ? t("agreement.decide.lead")
          : t("agreement.decide.left", { open: disputes.open, shown: formatNumber(disputes.open) })
      }
      actions={
        exampleId === undefined ? null : (
          <>
            <Button look="quiet" onClick={() => hideNames(!namesHidden)}>
              {namesHidden ? (
                <Eye aria-hidden className="size-4" />
              ) : (
                <EyeOff aria-hidden className="size-4" />
              )}
              {t(namesHidden ? "agreement.decide.showNames" : "agreement.decide.hideNames")}
              <span aria-hidden>
                <Key>N</Key>
              </span>
            </Button>
            <Stepper disputes={disputes} />
          </>
        )
      }
    >
      {disputes.error ? <ErrorNotice error={disputes.error} /> : null}
      {isEmpty ? <NothingToDecide /> : null}
      {exampleId !== undefined && definition.data ? (
        <Deciding
          key={exampleId}
          exampleId={exampleId}
          definition={definition.data}
          namesHidden={namesHidden}
          onNames={() => hideNames(!namesHidden)}
          onStep={disputes.step}
          onDecided={disputes.next}
        />
      ) : null}
    </ScreenFrame>
  );
}

function Stepper({ disputes }: { disputes: ReturnType<typeof useDisputes> }) {
  const { index, order, step } = disputes;
  return (
    <span className="flex items-center gap-1">
      <Button
        look="quiet"
        aria-label={t("agreement.decide.previous")}
        disabled={index === 0}
        onClick={() => step(-1)}
      >
        <ChevronLeft aria-hidden className="size-4" />
      </Button>
      <span className="text-sm text-muted tabular-nums">
        {t("agreement.decide.place", { place: index + 1, all: order.length })}
      </span>
      <Button
        look="quiet"
        aria-label={t("agreement.decide.next")}
        disabled={index >= order.length - 1}
        onClick={() => step(1)}
      >
        <ChevronRight aria-hidden className="size-4" />
      </Button>
    </span>
  );
}

function NothingToDecide() {
  return (
    <EmptyState
      title={t("agreement.decide.none.title")}
      text={t("agreement.decide.none.text")}
      action={
        <Button onClick={() => goTo({ step: "label", view: "agreement" })}>
          {t("agreement.decide.none.action")}
        </Button>
      }
    />
  );
}

/** Half-made decisions of this sitting, so that looking back loses none. */
const drafts = new Map<string, Draft>();

function Deciding(props: {
  exampleId: string;
  definition: Definition;
  namesHidden: boolean;
  onNames: () => void;
  onStep: (by: 1 | -1) => void;
  onDecided: () => void;
}) {
  const { exampleId } = props;
  const found = useQuery(orpc.agreement.getDispute.queryOptions({ input: { exampleId } }));
  if (found.isError) return <ErrorNotice error={found.error} />;
  return found.data ? <Decision {...props} dispute={found.data} /> : null;
}

function Decision(props: Parameters<typeof Deciding>[0] & { dispute: Dispute }) {
  const { exampleId, dispute, definition } = props;
  const [draft, setDraft] = useState(() => drafts.get(exampleId) ?? NO_DRAFT);
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part };
    drafts.set(exampleId, changed);
    setDraft(changed);
    setAsked(false);
  };
  const decide = useMutation(
    orpc.agreement.adjudicate.mutationOptions({
      meta: { showsItsOwnError: true },
      async onSuccess() {
        drafts.delete(exampleId);
        props.onDecided();
        await refreshProject();
        setDraft(NO_DRAFT);
      },
    }),
  );
  const value = chosenValue(draft, dispute);
  const choose = (place: number) => {
    if (place < dispute.answers.length) change({ place });
  };
  const beginWith = (chosen: AnswerValue | null) =>
    change({ place: null, other: draft.other ?? beginOther(dispute, definition.labels, chosen) });
  const other = () => beginWith(value);
  const confirm = () => {
    if (isReadOnly() || decide.isPending) return;
    const comment = draft.comment.trim();
    const asRule = draft.asRule && isRuleBody(comment);
    if (value) decide.mutate({ exampleId, value, comment, asRule });
    else setAsked(true);
  };
  useDecideKeys({
    choose,
    other,
    confirm,
    comment: focusComment,
    names: props.onNames,
    rule: () => change({ asRule: !draft.asRule }),
    step: props.onStep,
  });
  return (
    <>
      {decide.isError ? <ErrorNotice error={decide.error} /> : null}
      <DisputeView
        dispute={dispute}
        definition={definition}
        draft={draft}
        namesHidden={props.namesHidden}
        onChoose={choose}
        onOther={(changed) => change({ place: null, other: changed })}
        onBeginOther={other}
      />
      <DecisionBar
        dispute={dispute}
        comment={draft.comment}
        asRule={draft.asRule}
        namesHidden={props.namesHidden}
        isPending={decide.isPending}
        isAsked={asked}
        onComment={(comment) => change({ comment })}
        onAsRule={(asRule) => change({ asRule })}
        onConfirm={confirm}
      />
    </>
  );
}
