import { useQuery } from "@tanstack/react-query";
import { EyeOff, Sparkles } from "lucide-react";
import { useEffect, useRef } from "react";
import { answerKey } from "../../../shared/features/annotations/answer-key.ts";
import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { surenessOf } from "../../../shared/features/suggestions/confidence.ts";
import type { Suggestion } from "../../../shared/features/suggestions/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatPercent, t } from "../../client/text.ts";
import { ALT_KEY } from "../../platform/modifier-key.ts";
import { Button, Key, Term } from "../../ui/index.ts";
import {
  applyDraft,
  decide,
  desk,
  setOffer,
  useDesk,
  useKeyCap,
  useValue,
} from "../annotations/index.ts";
import { ProposedAnswer } from "./ProposedAnswer.tsx";
import { refreshSuggestions, useSuggestions } from "./suggestions.ts";
import { WithoutSuggestion } from "./WithoutSuggestion.tsx";

/** So many coming examples are asked about, so that their suggestion is there when they are. */
const AHEAD = 12;
/** While nothing new is to be expected, nobody needs to ask more often. */
const LOOK_EVERY_MS = 1500;
/** A suggestion has to be on the screen so long before a key accepts it: no key that was meant for something else does. */
const LEAST_SEEN_MS = 400;

/** The key that works while somebody is typing, where letters are text. */
const WHILE_WRITING = `${ALT_KEY} Y`;

/** What is proposed for the example on the desk; nothing where it is answered, or nobody proposes. */
export function SuggestionBar({ example }: { example: Example }) {
  const { exampleId, answer, status } = example;
  const isOpen = answer === null && status === "unlabelled";
  useFreshSuggestions(exampleId);
  const suggestion = useSuggestions((state) => state.byId.get(exampleId));
  const learning = useSuggestions((state) => state.learning);
  // What is said of it, and how long it has been on the screen, begins anew with every visit.
  const key = `${exampleId} ${useDesk((state) => state.visit)}`;
  if (!isOpen || learning?.phase === "off") return null;
  return (
    <section
      aria-label={t("suggestions.bar")}
      className="flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1 border-t border-line bg-sunken/60 px-4 py-1.5 text-sm"
    >
      {suggestion?.value ? (
        <Shown key={key} example={example} suggestion={suggestion} value={suggestion.value} />
      ) : suggestion ? (
        <Hidden key={key} exampleId={exampleId} />
      ) : learning ? (
        <WithoutSuggestion learning={learning} />
      ) : // Its place is kept until something is known: a text that moves is marked in the wrong place.
      null}
    </section>
  );
}

/** Asks when another example comes to the desk, and now and then while something is still to come. */
function useFreshSuggestions(exampleId: string): void {
  useEffect(() => {
    function ask() {
      const { items, index } = desk.store.getState();
      const coming = items.slice(index, index + AHEAD).filter((item) => item.answer === null);
      void refreshSuggestions(coming.map((item) => item.exampleId));
    }
    ask();
    const timer = setInterval(() => {
      const { byId, learning } = useSuggestions.getState();
      if (learning?.phase !== "ready" || !byId.has(exampleId)) ask();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [exampleId]);
}

/** Tells the desk, with every visit, what can be seen; answers carry it along. */
function useNoted(exampleId: string, suggestion: Suggestion | null): void {
  useEffect(() => {
    desk.noteSuggestion(
      exampleId,
      suggestion?.value
        ? { shown: true, value: suggestion.value, source: suggestion.source }
        : { shown: false },
    );
  }, [exampleId, suggestion]);
}

interface ShownProps {
  example: Example;
  suggestion: Suggestion;
  value: AnswerValue;
}

function Shown({ example, suggestion, value }: ShownProps) {
  const { exampleId } = example;
  const { kind } = value;
  const labels = useQuery(orpc.definitions.get.queryOptions()).data?.labels ?? [];
  const onDesk = useValue(example, kind);
  const cap = useKeyCap("suggestion");
  const decidesAtOnce = kind === "classify";
  const isWritten = kind === "write" || kind === "chat";
  const isIn = onDesk !== null && answerKey(onDesk) === answerKey(value);
  useNoted(exampleId, suggestion);
  const take = () =>
    decidesAtOnce ? void decide({ kind: "answer", value }) : applyDraft(exampleId, value);
  useOffer(take, isWritten);
  return (
    <>
      <Sparkles aria-hidden className="size-4 shrink-0 text-accent" />
      <span className="text-muted">{t(isIn ? "suggestions.putIn" : "suggestions.suggested")}</span>
      <ProposedAnswer value={value} labels={labels} input={example.input} />
      <Certainty suggestion={suggestion} />
      <span className="flex-1" />
      {isIn ? null : (
        <Button writes size="small" onClick={take}>
          {t(decidesAtOnce ? "suggestions.accept" : "suggestions.use")}
          <span aria-hidden className="flex gap-1">
            {decidesAtOnce ? <Key>↵</Key> : null}
            <Key>{isWritten ? WHILE_WRITING : cap}</Key>
          </span>
        </Button>
      )}
    </>
  );
}

/** Lets the keys of the desk take the suggestion, once it has been on the screen for a moment. */
function useOffer(take: () => void, isWritten: boolean): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const shownAtMs = performance.now();
    const takeSeen = () => {
      if (desk.isReady && performance.now() - shownAtMs >= LEAST_SEEN_MS) latest.current();
    };
    setOffer({
      take: takeSeen,
      accept() {
        takeSeen();
        return true;
      },
    });
    function onKey(event: KeyboardEvent) {
      if (!isWritten || !event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.code !== "KeyY" || event.repeat) return;
      event.preventDefault();
      takeSeen();
    }
    window.addEventListener("keydown", onKey);
    return () => {
      setOffer(null);
      window.removeEventListener("keydown", onKey);
    };
  }, [isWritten]);
}

function Certainty({ suggestion }: { suggestion: Suggestion }) {
  const { confidence, source } = suggestion;
  const percent = formatPercent(confidence);
  return (
    <span className="text-muted">
      ·{" "}
      <Term
        term={
          source === "instant"
            ? t("suggestions.fromInstant", { percent })
            : t("suggestions.fromModel", { model: source })
        }
      >
        {source === "instant" ? t(`suggestions.sureness.${surenessOf(confidence)}`) : source}
      </Term>
    </span>
  );
}

function Hidden({ exampleId }: { exampleId: string }) {
  useNoted(exampleId, null);
  return (
    <>
      <EyeOff aria-hidden className="size-4 shrink-0 text-muted" />
      <Term term={t("suggestions.hiddenWhy")}>{t("suggestions.hidden")}</Term>
    </>
  );
}
