import type { Dispute } from "../../../shared/features/agreement/contract.ts";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { ScrollRegion, WriteScope } from "../../ui/index.ts";
import { AnswerBody } from "./AnswerBody.tsx";
import { AnswerCard } from "./AnswerCard.tsx";
import type { Draft } from "./draft.ts";
import { letterOf, nameOf } from "./names.ts";
import { OtherAnswer } from "./OtherAnswer.tsx";

interface DisputeViewProps {
  dispute: Dispute;
  definition: Definition;
  draft: Draft;
  namesHidden: boolean;
  onChoose: (place: number) => void;
  onOther: (value: Draft["other"]) => void;
  onBeginOther: () => void;
}

/** The example, and what each person answered, side by side. */
export function DisputeView(props: DisputeViewProps) {
  const { dispute, definition, draft } = props;
  const { labels } = definition;
  const responses = dispute.payload?.kind === "rank" ? dispute.payload.responses : [];
  const shared = { labels, input: dispute.input, responses };
  const [first] = dispute.answers;
  return (
    <>
      <ExampleText dispute={dispute} responses={responses} />
      <div className="grid min-h-60 flex-[0_1_auto] auto-rows-[minmax(0,1fr)] grid-cols-[repeat(auto-fit,minmax(14.5rem,1fr))] gap-3">
        {dispute.answers.map(({ annotationId, by, value }, place) => (
          <AnswerCard
            key={annotationId}
            name={
              props.namesHidden ? t("agreement.expert", { letter: letterOf(place) }) : nameOf(by)
            }
            keyCap={place < 9 ? String(place + 1) : null}
            chosen={draft.place === place}
            onChoose={() => props.onChoose(place)}
          >
            <AnswerBody
              {...shared}
              value={value}
              against={(place === 0 ? dispute.answers[1]?.value : first?.value) ?? null}
            />
          </AnswerCard>
        ))}
        <AnswerCard
          name={t("agreement.other")}
          keyCap="O"
          chosen={draft.place === null && draft.other !== null}
          onChoose={props.onBeginOther}
        >
          {draft.place === null && draft.other ? (
            <WriteScope>
              <OtherAnswer
                value={draft.other}
                dispute={dispute}
                labels={labels}
                onChange={props.onOther}
              />
            </WriteScope>
          ) : (
            <p className="text-sm text-muted">{t(`agreement.other.hint.${definition.taskType}`)}</p>
          )}
        </AnswerCard>
      </div>
    </>
  );
}

/** Spans are marked in the text itself and conversations are told whole, on every card. */
function ExampleText({ dispute, responses }: { dispute: Dispute; responses: readonly string[] }) {
  const kind = dispute.answers[0]?.value.kind;
  if (kind === "extract" || kind === "chat") return null;
  return (
    <ScrollRegion
      aria-label={t("annotations.text")}
      dir="auto"
      className="max-h-[28%] shrink-0 overflow-auto rounded-lg border border-line bg-surface px-4 py-3"
    >
      <p className="max-w-[80ch] text-base leading-relaxed break-words whitespace-pre-wrap">
        {dispute.input.trim()}
      </p>
      {responses.map((response, at) => (
        <p key={at} className="mt-2 max-w-[80ch] break-words whitespace-pre-wrap">
          <span className="text-xs font-semibold text-muted">
            {t("agreement.rank.response", { letter: letterOf(at) })}
          </span>{" "}
          {response}
        </p>
      ))}
    </ScrollRegion>
  );
}
