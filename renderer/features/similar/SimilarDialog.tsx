import { useMutation } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useEffect, useMemo, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type {
  SimilarExample,
  SimilarFound,
  SimilarMode,
} from "../../../shared/features/similar/contract.ts";
import { isTickedFirst } from "../../../shared/features/similar/ticked-first.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { undo } from "../../client/undo.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Dialog, ErrorNotice, ProgressBar } from "../../ui/index.ts";
import { AnswerChips } from "./AnswerChips.tsx";
import { closeSimilar, useSimilar } from "./open.ts";
import { type SimilarGroup, SimilarList } from "./SimilarList.tsx";
import { useSearch } from "./use-search.ts";

/** As many examples as an address can name. */
const ONE_BY_ONE_AT_MOST = 200;

interface SimilarDialogProps {
  labels: readonly Label[];
  /** After examples got the answer: what is on the desk may be among them. */
  onApplied: () => void;
}

/** Examples that are like the one answered, to be given the same answer at once. */
export function SimilarDialog(props: SimilarDialogProps) {
  const exampleId = useSimilar((state) => state.exampleId);
  // Left open by going to another screen, it must not be waiting on the way back.
  useEffect(() => closeSimilar, []);
  return (
    <Dialog
      open={exampleId !== null}
      onOpenChange={closeSimilar}
      title={t("similar.title")}
      width="wide"
    >
      {exampleId === null ? null : <Search key={exampleId} {...props} exampleId={exampleId} />}
    </Dialog>
  );
}

function Search(props: SimilarDialogProps & { exampleId: string }) {
  const [mode, setMode] = useState<SimilarMode>();
  const { progress, found, error } = useSearch(props.exampleId, mode);
  if (error) return <ErrorNotice error={error} />;
  if (!found) return <Progress progress={progress} />;
  return (
    <Found
      key={`${found.source.exampleId} ${found.mode}`}
      found={found}
      labels={props.labels}
      onMode={setMode}
      onApplied={props.onApplied}
    />
  );
}

function Progress({ progress }: { progress: { done: number; total: number } | null }) {
  // Nothing jumps when the list comes a moment later.
  if (!progress) return <div className="h-[60vh]" />;
  const share = { done: formatNumber(progress.done), total: formatNumber(progress.total) };
  return (
    <div className="flex h-[60vh] flex-col gap-3 pt-4">
      <p role="status" className="text-muted">
        {progress.total > 0 ? t("similar.lookingShare", share) : t("similar.looking")}
      </p>
      <ProgressBar
        label={t("similar.looking")}
        done={progress.done}
        total={progress.total > 0 ? progress.total : undefined}
      />
      <div>
        <Button onClick={closeSimilar}>{t("common.cancel")}</Button>
      </div>
    </div>
  );
}

const idsOf = (examples: readonly SimilarExample[]): ReadonlySet<string> =>
  new Set(examples.map(({ exampleId }) => exampleId));

const tickedAtFirst = (found: SimilarFound): SimilarExample[] =>
  found.open.filter((example) => isTickedFirst(found, example));

function groupsOf(found: SimilarFound): SimilarGroup[] {
  const first = new Set(tickedAtFirst(found));
  const isMarked = found.source.answer?.kind === "extract";
  return [
    { title: t(`similar.group.${isMarked ? "marked" : "open"}`), examples: [...first] },
    {
      title: t("similar.group.lessAlike"),
      examples: found.open.filter((example) => !first.has(example)),
    },
    { title: t("similar.group.byPerson"), examples: found.byPerson },
  ];
}

interface FoundProps {
  found: SimilarFound;
  labels: readonly Label[];
  onMode: (mode: SimilarMode) => void;
  onApplied: () => void;
}

function useApply(onApplied: () => void) {
  return useMutation(
    orpc.similar.apply.mutationOptions({
      onSuccess: async ({ changed }) => {
        closeSimilar();
        showToast({
          tone: "success",
          topic: "bulk",
          title: t("similar.applied", { examples: changed, shown: formatNumber(changed) }),
          text: t("similar.appliedUndo"),
          action: { label: t("common.undo"), run: () => void undo() },
        });
        onApplied();
        await refreshProject();
      },
    }),
  );
}

function Found({ found, labels, onMode, onApplied }: FoundProps) {
  const { open, byPerson, mode, source } = found;
  const [ticked, setTicked] = useState(() => idsOf(tickedAtFirst(found)));
  const apply = useApply(onApplied);
  const oneByOne = mode === "oneByOne";
  const toGo = [...open, ...byPerson].slice(0, ONE_BY_ONE_AT_MOST);
  const groups = useMemo(() => groupsOf(found), [found]);
  function toggle(exampleId: string) {
    const next = new Set(ticked);
    if (!next.delete(exampleId)) next.add(exampleId);
    setTicked(next);
  }
  /** Those a person answered are left alone: each of them is ticked by itself or not at all. */
  function toggleAll() {
    const isAll = open.every(({ exampleId }) => ticked.has(exampleId));
    const theirs = byPerson.filter(({ exampleId }) => ticked.has(exampleId));
    setTicked(idsOf(isAll ? theirs : [...open, ...theirs]));
  }
  function goOn() {
    if (oneByOne) {
      closeSimilar();
      const exampleIds = toGo.map((example) => example.exampleId);
      goTo({ step: "label", queue: "all", filter: { exampleIds } });
    } else if (ticked.size > 0 && !apply.isPending)
      apply.mutate({ exampleId: source.exampleId, mode, exampleIds: [...ticked] });
  }
  const shownGroups = oneByOne ? [{ title: t("similar.group.oneByOne"), examples: toGo }] : groups;
  const isEmpty = open.length + byPerson.length === 0;
  return (
    <div className="flex h-[68vh] flex-col gap-3 pb-3">
      <SourceLine found={found} labels={labels} />
      <ModeChoice found={found} onMode={onMode} />
      {isEmpty ? (
        <p className="flex-1 py-4 text-muted">{t("similar.none")}</p>
      ) : (
        <SimilarList
          groups={shownGroups}
          labels={labels}
          ticked={oneByOne ? null : ticked}
          onToggle={toggle}
          onToggleAll={toggleAll}
          onEnter={goOn}
        />
      )}
      <FoundNotes found={found} />
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
        <p className="text-xs text-muted">
          {isEmpty ? "" : t(oneByOne ? "similar.keysOneByOne" : "similar.keys")}
        </p>
        <div className="flex gap-2">
          <Button onClick={closeSimilar}>{t("common.cancel")}</Button>
          {isEmpty ? null : oneByOne ? (
            <Button look="primary" onClick={goOn}>
              {t("similar.goThrough", { examples: toGo.length, shown: formatNumber(toGo.length) })}
            </Button>
          ) : (
            <Button
              writes
              look="primary"
              disabled={ticked.size === 0 || apply.isPending}
              onClick={goOn}
            >
              {t("similar.apply", { examples: ticked.size, shown: formatNumber(ticked.size) })}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function SourceLine({ found, labels }: Pick<FoundProps, "found" | "labels">) {
  const { text, answer } = found.source;
  return (
    <section
      aria-label={t("similar.source")}
      className="flex items-start gap-3 rounded-md bg-sunken px-3 py-2"
    >
      <p dir="auto" className="line-clamp-2 min-w-0 flex-1 break-words">
        {text.trim()}
      </p>
      <span className="max-w-[45%] shrink-0">
        <AnswerChips value={answer} labels={labels} />
      </span>
    </section>
  );
}

function ModeChoice({ found, onMode }: Pick<FoundProps, "found" | "onMode">) {
  if (found.modes.length < 2) return null;
  return (
    <fieldset
      aria-label={t("similar.mode")}
      className="flex self-start rounded-md border border-line bg-sunken p-0.5"
    >
      {found.modes.map((mode) => (
        <button
          key={mode}
          type="button"
          aria-pressed={mode === found.mode}
          onClick={() => onMode(mode)}
          className={clsx(
            "h-7 rounded px-2.5 text-sm",
            mode === found.mode
              ? "bg-surface font-semibold shadow-sm"
              : "text-muted hover:text-ink",
          )}
        >
          {t(`similar.mode.${mode}`)}
        </button>
      ))}
    </fieldset>
  );
}

function FoundNotes({ found }: { found: SimilarFound }) {
  const { compared, leftOut, hasMore, mode } = found;
  return (
    <p className="text-xs text-muted">
      {[
        mode === "oneByOne" ? t("similar.oneByOneWhy") : "",
        t("similar.compared", { compared, shown: formatNumber(compared) }),
        hasMore ? t("similar.hasMore") : "",
        leftOut > 0
          ? t("similar.leftOut", { examples: leftOut, shown: formatNumber(leftOut) })
          : "",
      ]
        .filter((note) => note !== "")
        .join(" ")}
    </p>
  );
}
