import { CircleCheck, Info } from "lucide-react";
import type { Review } from "../../../shared/features/imports/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { t } from "../../client/text.ts";
import { Button } from "../../ui/index.ts";
import { roleName } from "./role-text.ts";

/** What is worth knowing about the rows that come in, and what Tacit does about it. */
export function ReviewNotes(props: {
  review: Review;
  /** Cells among the first rows that would come in damaged. */
  damagedCells: number;
  onMend: () => void;
  taskType: TaskType;
}) {
  const { review } = props;
  const input = roleName("input", props.taskType);
  const empty = review.rejectsByReason.find(({ reason }) => reason === "noInput")?.rows ?? 0;
  const notes = [
    review.duplicateRows > 0 ? t("imports.note.duplicates", { rows: review.duplicateRows }) : "",
    review.formulaCells > 0 ? t("imports.note.formulas", { cells: review.formulaCells }) : "",
    empty > 0 ? t("imports.note.empty", { rows: empty, input }) : "",
  ].filter((note) => note !== "");
  const isClean = notes.length === 0 && props.damagedCells === 0;
  return (
    <section aria-labelledby="review-notes">
      <h3 id="review-notes" className="font-semibold">
        {t("imports.review.notes")}
      </h3>
      {isClean && review.rejected === 0 ? (
        <p className="mt-1 flex items-center gap-2 text-success">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          {t("imports.review.clean")}
        </p>
      ) : null}
      <ul className="mt-1 flex flex-col gap-1.5 text-sm">
        {props.damagedCells > 0 ? (
          <li className="flex items-start gap-2">
            <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            <div>
              {t("imports.note.damaged", { cells: props.damagedCells })}
              <Button size="small" className="mt-1 block!" onClick={props.onMend}>
                {t("imports.readAs.repair")}
              </Button>
            </div>
          </li>
        ) : null}
        {notes.map((note) => (
          <li key={note} className="flex items-start gap-2">
            <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            {note}
          </li>
        ))}
      </ul>
      {isClean && review.rejected > 0 ? (
        <p className="mt-1 text-sm text-muted">{t("imports.review.nothingElse")}</p>
      ) : null}
    </section>
  );
}
