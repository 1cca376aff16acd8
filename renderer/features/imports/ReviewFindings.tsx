import type { Again, Review } from "../../../shared/features/imports/contract.ts";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { AgainChoice } from "./AgainChoice.tsx";
import { NewLabels } from "./NewLabels.tsx";
import { ReviewNotes } from "./ReviewNotes.tsx";
import { ReviewRejects } from "./ReviewRejects.tsx";
import { ReviewSum } from "./ReviewSum.tsx";

interface ReviewFindingsProps {
  project: ProjectInfo;
  review: Review;
  /** Cells among the first rows that would come in damaged. */
  damagedCells: number;
  onMend: () => void;
  again: Again;
  onAgain: (again: Again) => void;
}

/** The counts and the one question on the left, what else to know on the right. */
export function ReviewFindings(props: ReviewFindingsProps) {
  const { review, project } = props;
  return (
    <div className="grid items-start gap-x-8 gap-y-5 p-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-5">
        <ReviewSum review={review} />
        <AgainChoice review={review} again={props.again} onAgain={props.onAgain} />
        <ReviewRejects review={review} />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <ReviewNotes
          review={review}
          damagedCells={props.damagedCells}
          onMend={props.onMend}
          taskType={project.taskType}
        />
        <NewLabels review={review} />
      </div>
    </div>
  );
}
