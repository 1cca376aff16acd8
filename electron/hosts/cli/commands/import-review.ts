import type { Review, StartImport } from "#shared/features/imports/contract.ts";
import { print, say } from "../output.ts";
import type { CliClient } from "../session.ts";

/** Labels named on one line; the rest are counted. */
const LABELS_SHOWN = 10;

/** Says what importing a file would do, and imports nothing. */
export async function printReview(
  client: CliClient,
  file: string,
  wanted: Pick<StartImport, "fileId" | "mapping" | "split">,
  json: boolean,
): Promise<void> {
  for await (const news of await client.imports.review(wanted))
    if (news.kind === "review") print(json, news.review, linesOf(file, news.review));
}

function linesOf(file: string, review: Review): string[] {
  const { rowsRead, fresh, known, changed, rejected, newLabels } = review;
  const lines = [
    say("cli.review", { file, rowsRead, fresh, known, changed, rejected }),
    say(`cli.review.matchedBy.${review.matchedBy}`),
  ];
  for (const { reason, rows } of review.rejectsByReason)
    lines.push(say("cli.review.rejected", { rows, reason: say(`imports.reject.${reason}`) }));
  if (newLabels.length > 0) {
    const names = newLabels.slice(0, LABELS_SHOWN).map(({ name }) => name);
    const more = newLabels.length - names.length;
    lines.push(say("cli.review.labels", { names: names.join(", "), more }));
  }
  const { duplicateRows, formulaCells } = review;
  if (duplicateRows > 0) lines.push(say("cli.review.duplicates", { rows: duplicateRows }));
  if (formulaCells > 0) lines.push(say("cli.review.formulas", { cells: formulaCells }));
  lines.push(say("cli.review.suggested", { again: review.suggested }));
  return lines;
}
