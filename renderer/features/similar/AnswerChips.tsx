import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import { labelsOf } from "../../../shared/features/annotations/replace-label.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { LabelChip } from "../../ui/index.ts";

const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** The labels of an answer, or in few words that there is none, or one of another kind. */
export function AnswerChips(props: { value: AnswerValue | null; labels: readonly Label[] }) {
  const { value, labels } = props;
  if (value === null) return <span className="text-muted">{t("similar.noAnswer")}</span>;
  if (value.kind === "rank")
    return (
      <span>
        {value.outcome === "preferred"
          ? t("annotations.summary.preferred", { letter: letterOf(value.preferred ?? 0) })
          : t(`annotations.summary.${value.outcome}`)}
      </span>
    );
  if (value.kind === "write" || value.kind === "chat")
    return <span className="text-muted">{t("similar.otherAnswer")}</span>;
  const named = labelsOf(value).flatMap((id) => labels.find(({ labelId }) => labelId === id) ?? []);
  if (named.length === 0) return <span className="text-muted">{t("similar.noLabels")}</span>;
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-1">
      {named.map(({ labelId, name, colour }) => (
        <LabelChip key={labelId} name={name} colour={colour} />
      ))}
      {value.kind === "extract" ? (
        <span className="text-muted">
          {t("annotations.summary.spans", { spans: value.spans.length })}
        </span>
      ) : null}
    </span>
  );
}
