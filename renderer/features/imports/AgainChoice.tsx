import type { Again, Review } from "../../../shared/features/imports/contract.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { Badge, RadioCard } from "../../ui/index.ts";
import { choicesFor, outcomeOf, suggestedFor } from "./review-outcome.ts";

/** What becomes of rows that are here already; asked only when there are any. */
export function AgainChoice(props: {
  review: Review;
  again: Again;
  onAgain: (again: Again) => void;
}) {
  const { review } = props;
  const choices = choicesFor(review);
  if (choices.length === 0) return null;
  const suggested = suggestedFor(review);
  const { earlierImport } = review;
  return (
    <fieldset>
      <legend className="font-semibold">
        {t("imports.again", { rows: review.known + review.changed })}
      </legend>
      {earlierImport ? (
        <p className="text-sm text-muted">
          {t("imports.again.earlier", {
            name: earlierImport.fileName,
            when: formatDateTime(earlierImport.importedAtMs),
          })}
        </p>
      ) : null}
      <div className="mt-2 grid gap-2 min-[1600px]:grid-cols-3">
        {choices.map((choice) => (
          <RadioCard
            key={choice}
            name="again"
            title={
              <>
                {t(`imports.again.${choice}`)}
                {choice === suggested ? (
                  <Badge tone="accent">{t("imports.again.suggested")}</Badge>
                ) : null}
              </>
            }
            text={consequence(review, choice)}
            checked={props.again === choice}
            onChoose={() => props.onAgain(choice)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function consequence(review: Review, again: Again): string {
  const { added, updated, left } = outcomeOf(review, again);
  return t(`imports.again.${again}.text`, { added, updated, left, copies: added - review.fresh });
}
