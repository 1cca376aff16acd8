import { useEffect } from "react";
import { clsx } from "clsx";
import { t } from "../../../client/text.ts";
import { Button, Key, Notice, ScrollRegion } from "../../../ui/index.ts";
import { describeAnswer } from "../AnswerSummary.tsx";
import { judge } from "../queue/decisions.ts";
import { meantCharacter, takenKeys } from "../keys/desk-keys.ts";
import { type EditorProps, useEditorKeys } from "../keys/editor.ts";
import { useKeyCap } from "../keys/key-settings.ts";
import { ReasonPicker } from "./ReasonPicker.tsx";
import { useReadingPlace } from "../reading/reading-place.ts";
import { ResponseCard } from "./ResponseCard.tsx";
import { showDifferences, useDeskView } from "../view.ts";

/** Which response a key picks: its number or its letter. */
function responseOf(press: KeyboardEvent, responses: number): number | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey || press.repeat) return null;
  const character = meantCharacter(press) ?? "";
  const numbered = "123456789".indexOf(character);
  const at = numbered >= 0 ? numbered : "abcdefghi".indexOf(character);
  return character !== "" && at >= 0 && at < responses ? at : null;
}

/** Two or more responses beside each other, in the order in which they came, and which of them is better. */
export function RankEditor(props: EditorProps<"rank">) {
  const { example, value } = props;
  const responses = example.payload?.kind === "rank" ? example.payload.responses : [];
  const comparing = useDeskView((state) => state.differencesShown);
  const place = useReadingPlace(`${example.exampleId} responses`);
  // Seen by default, differences would steer the eye before the text was read.
  useEffect(() => () => showDifferences(false), []);
  useEditorKeys((press) => {
    const picked = responseOf(press, responses.length);
    if (picked !== null) judge("preferred", picked);
    return picked !== null;
  });
  if (responses.length < 2)
    return (
      <div className="flex-1 border-t border-line p-4">
        <Notice>{t("annotations.rank.tooFew")}</Notice>
      </div>
    );
  const preferred = value?.outcome === "preferred" ? value.preferred : null;
  const reference = preferred ?? 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col border-t border-line">
      <Verdicts value={value} responses={responses.length} />
      <output className="sr-only">{value ? describeAnswer(value, []) : ""}</output>
      <ScrollRegion
        {...place}
        aria-label={t("annotations.rank.responses")}
        className="@container min-h-24 flex-1 overflow-auto px-4 pb-3 -outline-offset-2!"
      >
        <div
          role="radiogroup"
          aria-label={t("annotations.rank.responses")}
          className={clsx(
            "grid gap-3",
            responses.length === 3 ? "@2xl:grid-cols-2 @5xl:grid-cols-3" : "@2xl:grid-cols-2",
            responses.length > 4 && "@6xl:grid-cols-3",
          )}
        >
          {responses.map((response, at) => (
            <ResponseCard
              // Responses have no identity but their place.
              key={at}
              at={at}
              text={response}
              preferred={at === preferred}
              against={comparing ? referenceFor(responses, at, reference) : null}
              onPick={() => judge("preferred", at)}
            />
          ))}
        </div>
      </ScrollRegion>
      <ReasonPicker {...props} />
    </div>
  );
}

/** With two, each is marked against the other; with more, all against the one that is preferred. */
function referenceFor(responses: string[], at: number, reference: number): string | null {
  if (responses.length === 2) return responses[1 - at] ?? null;
  return at === reference ? null : (responses[reference] ?? null);
}

function Verdicts(props: { value: EditorProps<"rank">["value"]; responses: number }) {
  const { value, responses } = props;
  const taken = takenKeys("rank", [], responses);
  const comparing = useDeskView((state) => state.differencesShown);
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-1.5 px-4 py-1.5">
      <p className="min-w-0 flex-1 text-sm font-semibold">{t("annotations.rank.question")}</p>
      <Verdict
        pressed={value?.outcome === "tie"}
        cap={useKeyCap("tie", taken)}
        text={t("annotations.rank.tie")}
        onPress={() => judge("tie")}
      />
      <Verdict
        pressed={value?.outcome === "bothBad"}
        cap={useKeyCap("bothBad", taken)}
        text={t("annotations.rank.bad", { responses })}
        onPress={() => judge("bothBad")}
      />
      <span aria-hidden className="mx-1 h-5 w-px bg-line" />
      <Verdict
        pressed={comparing}
        cap={useKeyCap("differences", taken)}
        text={t("annotations.rank.differences")}
        onPress={() => showDifferences(!comparing)}
      />
    </div>
  );
}

function Verdict(props: { pressed: boolean; cap: string; text: string; onPress: () => void }) {
  return (
    <Button
      aria-pressed={props.pressed}
      className={props.pressed ? "border-accent! bg-accent-soft! font-semibold" : undefined}
      onClick={props.onPress}
    >
      {props.text}
      <span aria-hidden>
        <Key>{props.cap}</Key>
      </span>
    </Button>
  );
}
