import { ArrowLeft, CornerDownLeft } from "lucide-react";
import type { ReactNode } from "react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import type { Again, Preview, Review } from "../../../shared/features/imports/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { formatBytes, t } from "../../client/text.ts";
import { Button, ErrorNotice, Notice } from "../../ui/index.ts";
import { changeDraft, type ImportDraft, startDraft } from "./draft.ts";
import { FileHeading } from "./FileHeading.tsx";
import { PaceLine } from "./PaceLine.tsx";
import { outcomeOf, suggestedFor } from "./review-outcome.ts";
import { ReviewFindings } from "./ReviewFindings.tsx";
import { useGoOn } from "./use-go-on.ts";
import { useLater } from "./use-later.ts";
import type { ReviewState } from "./use-review.ts";

interface ReviewPageProps {
  project: ProjectInfo;
  draft: ImportDraft;
  file: FileGrant;
  preview: Preview | undefined;
  reviewing: ReviewState;
  starting: { isPending: boolean; error: unknown };
  onBack: () => void;
  onImport: (again: Again) => void;
}

/** What importing the file would do, counted over every row, and the last press. */
export function ReviewPage(props: ReviewPageProps) {
  const { project, draft, file, reviewing, starting } = props;
  const { review } = reviewing;
  const again = draft.again ?? (review ? suggestedFor(review) : "skip");
  const goOn = review ? goOnFrom(review, again, props) : null;
  useGoOn(goOn?.run ?? null);
  return (
    <section
      aria-label={t("imports.review")}
      className="flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-surface"
    >
      <header className="flex min-h-10 items-center gap-3 border-b border-line px-4 py-1.5">
        <FileHeading name={file.name} />
        <p className="text-sm whitespace-nowrap text-muted">{formatBytes(file.bytes)}</p>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        <Messages cancelled={draft.cancelled} errors={[reviewing.error, starting.error]} />
        {review ? (
          <ReviewFindings
            project={project}
            review={review}
            damagedCells={comesInDamaged(props.preview)}
            onMend={() => changeDraft(project.id, { readAs: { ...draft.readAs, repair: true } })}
            again={again}
            onAgain={(choice) => changeDraft(project.id, { again: choice })}
          />
        ) : reviewing.error ? null : (
          <GoingThrough reviewing={reviewing} name={file.name} />
        )}
      </div>
      <footer className="flex items-center justify-between gap-4 border-t border-line px-4 py-3">
        <Button
          onClick={() => {
            reviewing.stop();
            props.onBack();
          }}
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t(review || reviewing.error ? "imports.review.back" : "common.cancel")}
        </Button>
        {goOn ? (
          <Button writes look="primary" disabled={!goOn.run} onClick={() => goOn.run?.()}>
            {starting.isPending ? t("imports.import.starting") : goOn.text}
            <CornerDownLeft aria-hidden className="size-3.5" />
          </Button>
        ) : null}
      </footer>
    </section>
  );
}

const comesInDamaged = (preview: Preview | undefined): number =>
  !preview || preview.readAs.repair ? 0 : preview.damaged.cells;

/** The primary press: how many rows it writes, or that there is nothing to write. */
function goOnFrom(
  review: Review,
  again: Again,
  { project, starting, onImport }: ReviewPageProps,
): { text: string; run: (() => void) | null } {
  const { added, updated } = outcomeOf(review, again);
  if (added + updated > 0) {
    const both = added > 0 && updated > 0;
    const kind = both ? "both" : updated > 0 ? "update" : "add";
    return {
      text: t(`imports.import.${kind}`, { added, updated }),
      run: starting.isPending ? null : () => onImport(again),
    };
  }
  if (review.known + review.changed > 0)
    return { text: t("imports.import.leave"), run: () => void startDraft(project.id, null) };
  return { text: t("imports.import.none"), run: null };
}

function Messages(props: { cancelled: boolean; errors: unknown[] }): ReactNode {
  const errors = props.errors.filter(Boolean);
  if (!props.cancelled && errors.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-4 pt-4">
      {props.cancelled ? (
        <output>
          <Notice title={t("imports.running.cancelled")}>
            {t("imports.running.cancelled.text")}
          </Notice>
        </output>
      ) : null}
      {errors.map((error) => (
        <ErrorNotice key={String(error)} error={error} />
      ))}
    </div>
  );
}

function GoingThrough(props: { reviewing: ReviewState; name: string }) {
  const slow = useLater(true);
  const { reading } = props.reviewing;
  if (!slow) return null;
  return (
    <div className="p-4">
      <PaceLine
        label={t("imports.review.reading", { name: props.name })}
        phase={t("imports.review.phase")}
        startedAtMs={reading?.startedAtMs ?? null}
        done={reading?.done ?? 0}
        total={reading?.total}
      />
    </div>
  );
}
