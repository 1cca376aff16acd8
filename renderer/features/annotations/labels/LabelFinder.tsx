import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import type { TaskType } from "../../../../shared/features/projects/task-type.ts";
import { t } from "../../../client/text.ts";
import { Dialog } from "../../../ui/index.ts";
import { MODIFIER_KEY } from "../../../platform/modifier-key.ts";
import { accept, chooseLabel } from "../queue/decisions.ts";
import { useCurrentExample } from "../queue/desk.ts";
import { useDraft } from "../drafts/drafts.ts";
import { searchLabels } from "./label-search.ts";
import { FinderOptions } from "./FinderOptions.tsx";
import { openFinder, useDeskView } from "../view.ts";

interface LabelFinderProps {
  labels: Label[];
  taskType: TaskType;
}

/** Type a few letters, Enter picks: the quick way among many labels. */
export function LabelFinder({ labels, taskType }: LabelFinderProps) {
  const open = useDeskView((state) => state.finderOpen);
  // Left open by going to another screen, it must not be waiting on the way back.
  useEffect(() => () => openFinder(false), []);
  return (
    <Dialog open={open} onOpenChange={(next) => openFinder(next)} title={t("annotations.find")}>
      <FinderList labels={labels} taskType={taskType} />
    </Dialog>
  );
}

/** The labels that are ticked already, where several may be. */
function useTicked(taskType: TaskType): ReadonlySet<string> | null {
  const example = useCurrentExample();
  const draft = useDraft(example?.exampleId ?? "");
  const picks = useDeskView((state) => state.finderPick);
  const value = draft?.kind === "tag" ? draft : example?.answer;
  const labelIds = value?.kind === "tag" ? value.labelIds : null;
  return useMemo(
    () => (taskType === "tag" && picks === null ? new Set(labelIds) : null),
    [taskType, picks, labelIds],
  );
}

/** Chooses a label for whoever opened the finder; where several may be chosen, it stays open. */
const usePick = (
  taskType: TaskType,
  several: boolean,
  fieldRef: RefObject<HTMLInputElement | null>,
) =>
  useCallback(
    (labelId: string | undefined) => {
      if (labelId === undefined) return;
      const { finderPick } = useDeskView.getState();
      if (!several) openFinder(false);
      if (finderPick) finderPick(labelId);
      else void chooseLabel(labelId, taskType);
      // The next letters look for the next label.
      fieldRef.current?.select();
    },
    [several, taskType, fieldRef],
  );

function FinderList({ labels, taskType }: LabelFinderProps) {
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = useMemo(() => searchLabels(labels, query), [labels, query]);
  const ticked = useTicked(taskType);
  const several = ticked !== null;
  const listRef = useRef<HTMLDivElement>(null);
  const fieldRef = useRef<HTMLInputElement>(null);
  const listId = useId();
  const optionId = useCallback((at: number) => `${listId}-${at}`, [listId]);
  useEffect(() => fieldRef.current?.focus(), []);
  useEffect(() => {
    listRef.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const pick = usePick(taskType, several, fieldRef);
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((at) => Math.min(found.length - 1, Math.max(0, at + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (event.repeat) return;
      if (!several || !(event.ctrlKey || event.metaKey)) return pick(found[active]?.labelId);
      openFinder(false);
      void accept(taskType);
    }
  }
  return (
    <div className="flex flex-col gap-2 pb-3">
      <input
        ref={fieldRef}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
        aria-label={t("annotations.find")}
        placeholder={t("annotations.findPlaceholder")}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          if (listRef.current) listRef.current.scrollTop = 0;
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="h-9 w-full rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-muted"
      />
      <div
        ref={listRef}
        id={listId}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> cannot be filtered or show descriptions
        role="listbox"
        aria-multiselectable={several}
        aria-label={t("annotations.labels")}
        className="h-80 overflow-auto"
      >
        <FinderOptions
          found={found}
          active={active}
          ticked={ticked}
          idOf={optionId}
          onPick={pick}
        />
        {found.length === 0 ? (
          <p className="px-2 py-3 text-muted">{t("annotations.findNone", { query })}</p>
        ) : null}
      </div>
      <FinderFooter found={found.length} ticked={ticked} />
    </div>
  );
}

function FinderFooter(props: { found: number; ticked: ReadonlySet<string> | null }) {
  return (
    <p aria-live="polite" className="text-xs text-muted">
      {t(props.ticked ? "annotations.findFooterSeveral" : "annotations.findFooter", {
        found: props.found,
        chosen: props.ticked?.size ?? 0,
        modifier: MODIFIER_KEY,
      })}
    </p>
  );
}
