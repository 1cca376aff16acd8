import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { describeAnswer } from "./AnswerSummary.tsx";

/** Longer texts are read where they stand; this much tells which one it is. */
const LONGEST = 240;

/** Says politely which example came, and how it stands, to those who listen. */
export function Announcer(props: { example: Example | null; labels: Label[] }) {
  const { example, labels } = props;
  if (!example) return <p aria-live="polite" className="sr-only" />;
  const input = example.input.trim();
  const text = input.length > LONGEST ? `${input.slice(0, LONGEST)}…` : input;
  const answer = example.answer
    ? describeAnswer(example.answer, labels, example.input).slice(0, LONGEST)
    : t(`annotations.status.${example.status === "skipped" ? "skipped" : "unlabelled"}`);
  return (
    <p aria-live="polite" className="sr-only">
      {t("annotations.announce", { text, answer })}
    </p>
  );
}
