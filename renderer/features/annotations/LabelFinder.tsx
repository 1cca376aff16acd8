import { clsx } from "clsx";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { t } from "../../client/text.ts";
import { Dialog, Key } from "../../ui/index.ts";
import { chooseLabel } from "./decisions.ts";
import { searchLabels } from "./label-search.ts";
import { openFinder, useDeskView } from "./view.ts";

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

const focusOnMount = (node: HTMLElement | null): void => node?.focus();

function FinderList({ labels, taskType }: LabelFinderProps) {
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = useMemo(() => searchLabels(labels, query), [labels, query]);
  const listRef = useRef<HTMLDivElement>(null);
  const listId = useId();
  const optionId = (at: number) => `${listId}-${at}`;
  useEffect(() => {
    listRef.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  function pick(label: Label | undefined) {
    if (!label) return;
    const { finderPick } = useDeskView.getState();
    openFinder(false);
    if (finderPick) finderPick(label.labelId);
    else void chooseLabel(label.labelId, taskType);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((at) => Math.min(found.length - 1, Math.max(0, at + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!event.repeat) pick(found[active]);
    }
  }
  return (
    <div className="flex flex-col gap-2 pb-3">
      <input
        ref={focusOnMount}
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
        aria-label={t("annotations.labels")}
        className="h-80 overflow-auto"
      >
        {found.map((label, at) => (
          <FinderOption
            key={label.labelId}
            id={optionId(at)}
            label={label}
            active={at === active}
            onPick={() => pick(label)}
          />
        ))}
        {found.length === 0 ? (
          <p className="px-2 py-3 text-muted">{t("annotations.findNone", { query })}</p>
        ) : null}
      </div>
      <p aria-live="polite" className="text-xs text-muted">
        {t("annotations.findFooter", { found: found.length })}
      </p>
    </div>
  );
}

function FinderOption(props: { id: string; label: Label; active: boolean; onPick: () => void }) {
  const { label } = props;
  return (
    // The text box keeps the focus and the keys; the pointer is the other way to pick.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={props.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as for the list
      role="option"
      tabIndex={-1}
      aria-selected={props.active}
      onClick={props.onPick}
      className={clsx(
        `label-${label.colour} flex min-h-8 items-center gap-2 rounded-md px-2 py-1`,
        props.active ? "bg-accent-soft" : "hover:bg-hover",
      )}
    >
      <span aria-hidden className="size-2.5 shrink-0 rounded-full bg-(--label-ink)" />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block break-words">
          {label.name}
        </span>
        {label.description ? (
          <span dir="auto" className="block truncate text-xs text-muted">
            {label.description}
          </span>
        ) : null}
      </span>
      {label.key ? <Key>{label.key.toUpperCase()}</Key> : null}
    </div>
  );
}
