import { DropdownMenu } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { BulkChange, Selection } from "../../../shared/features/examples/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Button, ProgressBar } from "../../ui/index.ts";
import { EraseDialog } from "./EraseDialog.tsx";
import { LabelPicker } from "./LabelPicker.tsx";
import { countSelected, type Selected } from "./selection.ts";
import { useBulkChange } from "./use-bulk-change.ts";

interface BulkBarProps {
  selected: Selected;
  viewId: string | undefined;
  total: number | null;
  taskType: TaskType;
  labels: readonly Label[];
  showsPutAway: boolean;
  onDone: () => void;
  /** Says how many examples there are, when none is chosen. */
  children: ReactNode;
}

const toSelection = (viewId: string, selected: Selected, total: number | null): Selection => {
  const isAll = total !== null && countSelected(selected) === total;
  return { viewId, rows: isAll ? "all" : [...selected] };
};

/** What can be done with the examples chosen; each act is one step that Undo takes back. */
export function BulkBar(props: BulkBarProps) {
  const { selected, viewId, onDone } = props;
  const { change, job, cancel } = useBulkChange(onDone);
  const [erasing, setErasing] = useState<Selection | null>(null);
  const count = countSelected(selected);
  if (job) return <Running job={job} onCancel={() => cancel.mutate({ jobId: job.jobId })} />;
  if (count === 0 || viewId === undefined)
    return <div className="flex h-8 items-center text-sm text-muted">{props.children}</div>;
  const selection = toSelection(viewId, selected, props.total);
  const act = (what: BulkChange) => change.mutate({ selection, change: what });
  return (
    <fieldset
      aria-label={t("examples.bulk")}
      disabled={change.isPending}
      className="flex min-h-8 flex-wrap items-center gap-1.5 text-sm"
    >
      <span role="status" className="pr-2 font-medium tabular-nums">
        {t("examples.chosen", { count, shown: formatNumber(count) })}
      </span>
      {props.showsPutAway ? (
        <Button size="small" onClick={() => act({ kind: "bringBack" })}>
          {t("examples.bulk.bringBack")}
        </Button>
      ) : (
        <Acts taskType={props.taskType} labels={props.labels} onAct={act} />
      )}
      <Button size="small" look="danger" onClick={() => setErasing(selection)}>
        {t("examples.bulk.erase")}
      </Button>
      <Button size="small" look="quiet" onClick={onDone}>
        {t("examples.choose.none")}
      </Button>
      {erasing ? (
        <EraseDialog
          selection={erasing}
          onClose={(erased) => {
            setErasing(null);
            if (erased) onDone();
          }}
        />
      ) : null}
    </fieldset>
  );
}

function Acts(props: {
  taskType: TaskType;
  labels: readonly Label[];
  onAct: (change: BulkChange) => void;
}) {
  const { labels, onAct } = props;
  const item =
    "flex h-7 items-center rounded px-2 outline-none data-highlighted:bg-hover data-highlighted:text-ink";
  return (
    <>
      {props.taskType === "classify" && labels.length > 0 ? (
        <LabelPicker labels={labels} onChoose={(labelId) => onAct({ kind: "label", labelId })}>
          <Button size="small">{t("examples.bulk.label")}</Button>
        </LabelPicker>
      ) : null}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button size="small">{t("examples.bulk.split")}</Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="start"
            sideOffset={6}
            className="z-30 min-w-48 rounded-lg border border-line bg-surface p-1 text-sm shadow-xl"
          >
            {(["train", "validation", "test"] as const).map((split) => (
              <DropdownMenu.Item
                key={split}
                className={item}
                onSelect={() => onAct({ kind: "split", split })}
              >
                {t(`common.split.${split}`)}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className="my-1 border-t border-line" />
            <DropdownMenu.Item
              className={item}
              onSelect={() => onAct({ kind: "split", split: null })}
            >
              {t("examples.bulk.split.none")}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <Button size="small" onClick={() => onAct({ kind: "flag", flagged: true })}>
        {t("examples.bulk.flag")}
      </Button>
      <Button size="small" onClick={() => onAct({ kind: "flag", flagged: false })}>
        {t("examples.bulk.unflag")}
      </Button>
      <Button size="small" onClick={() => onAct({ kind: "putAway" })}>
        {t("examples.bulk.putAway")}
      </Button>
    </>
  );
}

function Running(props: {
  job: { progress: { done: number; total?: number | undefined } };
  onCancel: () => void;
}) {
  const { done, total = 0 } = props.job.progress;
  const text = t("examples.bulk.running", {
    done: formatNumber(done),
    total: formatNumber(total),
  });
  return (
    <div className="flex h-8 items-center gap-3 text-sm">
      <span className="whitespace-nowrap tabular-nums">{text}</span>
      <ProgressBar label={text} done={done} total={total || undefined} />
      <Button size="small" onClick={props.onCancel}>
        {t("common.cancel")}
      </Button>
    </div>
  );
}
