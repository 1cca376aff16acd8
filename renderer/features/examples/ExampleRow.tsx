import { Flag } from "lucide-react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { LabelChip } from "../../ui/index.ts";

/** Longer texts are cut by the row anyway; the browser need not lay them out. */
const EXCERPT = 300;

interface ExampleRowProps {
  at: number;
  /** Null while its page is on the way. */
  example: Example | null;
  labelById: ReadonlyMap<string, Label>;
  onOpen: (example: Example) => void;
}

/** One example in one line: its text, its answer, its part, its flag. */
export function ExampleRow({ at, example, labelById, onOpen }: ExampleRowProps) {
  return (
    <button
      type="button"
      data-row={at}
      disabled={!example}
      onClick={() => example && onOpen(example)}
      className="flex h-full w-full items-center border-b border-line px-2 text-left text-sm -outline-offset-2! hover:bg-hover"
    >
      <span dir="auto" className="min-w-0 flex-1 truncate pr-3">
        {example ? example.input.slice(0, EXCERPT) || t("examples.emptyInput") : "…"}
      </span>
      <span className="flex w-48 min-w-0 pr-3">
        {example ? <Answer example={example} labelById={labelById} /> : null}
      </span>
      <span className="w-32 truncate text-xs text-muted">
        {example?.split ? t(`common.split.${example.split}`) : ""}
      </span>
      <span className="w-5">
        {example?.flagged ? (
          <>
            <Flag aria-hidden className="size-3.5 text-warning" />
            <span className="sr-only">{t("examples.flagged")}</span>
          </>
        ) : null}
      </span>
    </button>
  );
}

function Answer({ example, labelById }: Pick<ExampleRowProps, "labelById"> & { example: Example }) {
  const { answer, status } = example;
  if (answer?.kind === "classify") {
    const label = labelById.get(answer.labelId);
    return label ? <LabelChip name={label.name} colour={label.colour} /> : null;
  }
  const text =
    answer?.kind === "write"
      ? answer.response.slice(0, EXCERPT)
      : t(answer ? "examples.answered" : `examples.status.${status}`);
  return (
    <span dir="auto" className={answer ? "truncate" : "truncate text-muted"}>
      {text}
    </span>
  );
}
