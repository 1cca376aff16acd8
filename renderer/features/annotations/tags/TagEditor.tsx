import { clsx } from "clsx";
import { X } from "lucide-react";
import { useMemo, useRef } from "react";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { t } from "../../../client/text.ts";
import { Badge, Button, Key, LabelChip } from "../../../ui/index.ts";
import { describeAnswer } from "../AnswerSummary.tsx";
import { answerNone, toggleTag } from "../queue/decisions.ts";
import { takenKeys } from "../keys/desk-keys.ts";
import { type EditorProps, useEditorKeys } from "../keys/editor.ts";
import { useKeyCap } from "../keys/key-settings.ts";
import { FinderButton, hasFewLabels, RecentLabels } from "../labels/LabelBoard.tsx";
import { growLabelTree, hasGroups } from "./label-tree.ts";
import { moveInBoard } from "../labels/move-in-board.ts";
import { TagBoard } from "./TagBoard.tsx";

const NOTHING: readonly string[] = [];

/** Several labels, added and taken away by their keys, the pointer or the finder. */
export function TagEditor({ value, labels }: EditorProps<"tag">) {
  const labelIds = value?.labelIds ?? NOTHING;
  const chosen = useMemo(() => new Set(labelIds), [labelIds]);
  const tree = useMemo(() => growLabelTree(labels), [labels]);
  const few = hasFewLabels(labels) && !hasGroups(tree);
  const board = useRef<HTMLDivElement>(null);
  useEditorKeys((press) => board.current !== null && moveInBoard(press, board.current));
  return (
    <div
      className={clsx(
        "flex min-h-0 flex-col border-t border-line",
        few ? "max-h-[55%] shrink-0" : "flex-1",
      )}
    >
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
        <FinderButton labels={labels} />
        <div className="flex max-h-20 min-w-60 flex-1 flex-wrap items-center gap-1.5 overflow-auto">
          <Chosen labelIds={labelIds} labels={labels} few={few} isAnswer={value !== null} />
        </div>
        <NoneButton labels={labels} />
      </div>
      <output className="sr-only">{value ? describeAnswer(value, labels) : ""}</output>
      <div ref={board} className="flex min-h-0 flex-1 flex-col">
        <TagBoard tree={tree} chosen={chosen} few={few} onPick={toggleTag} />
      </div>
    </div>
  );
}

function NoneButton({ labels }: { labels: Label[] }) {
  const cap = useKeyCap("none", takenKeys("tag", labels));
  return (
    <Button onClick={answerNone}>
      {t("annotations.tag.none")}
      <span aria-hidden>
        <Key>{cap}</Key>
      </span>
    </Button>
  );
}

function Chosen(props: {
  labelIds: readonly string[];
  labels: Label[];
  few: boolean;
  isAnswer: boolean;
}) {
  const { labelIds, labels } = props;
  if (labelIds.length > 0)
    return labelIds.map((labelId) => (
      <ChosenLabel
        key={labelId}
        labelId={labelId}
        label={labels.find((label) => label.labelId === labelId)}
      />
    ));
  if (props.isAnswer) return <Badge>{t("annotations.summary.none")}</Badge>;
  if (props.few) return <p className="text-sm text-muted">{t("annotations.tag.nothing")}</p>;
  return <RecentLabels labels={labels} onPick={toggleTag} />;
}

function ChosenLabel(props: { labelId: string; label: Label | undefined }) {
  const name = props.label?.name ?? t("annotations.summary.removedLabel");
  return (
    <LabelChip
      name={name}
      colour={props.label?.colour ?? "slate"}
      trailing={
        <button
          type="button"
          aria-label={t("annotations.tag.takeAway", { name })}
          onClick={() => toggleTag(props.labelId)}
          className="-mr-1 flex size-6 shrink-0 items-center justify-center rounded hover:bg-hover"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      }
    />
  );
}
