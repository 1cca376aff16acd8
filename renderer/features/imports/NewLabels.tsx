import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { Review } from "../../../shared/features/imports/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Button } from "../../ui/index.ts";
import { findLookAlikes } from "./similar-labels.ts";

/** What fits without scrolling. */
const FIRST = 24;
/** As many as a review lists. */
const MOST = 200;

/** The labels that the file would make, and those that are probably slips of the pen. */
export function NewLabels(props: { review: Review }) {
  const { newLabels } = props.review;
  const [all, setAll] = useState(false);
  const labels = useQuery(orpc.definitions.get.queryOptions()).data?.labels ?? [];
  if (newLabels.length === 0) return null;
  const lookAlikes = findLookAlikes(
    newLabels,
    labels.map(({ name }) => name),
  );
  const shown = all ? newLabels : newLabels.slice(0, FIRST);
  const left = newLabels.length - shown.length;
  return (
    <section aria-labelledby="review-labels">
      <h3 id="review-labels" className="font-semibold">
        {t(newLabels.length >= MOST ? "imports.newLabels.most" : "imports.newLabels", {
          labels: newLabels.length,
        })}
      </h3>
      {lookAlikes.length > 0 ? (
        <ul className="mt-1.5 flex flex-col gap-1 rounded-md bg-warning-soft px-3 py-2 text-sm">
          {lookAlikes.map(({ name, like, isHere }) => (
            <li key={name} className="flex items-start gap-2">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
              {t(isHere ? "imports.newLabels.likeHere" : "imports.newLabels.likeNew", {
                name,
                like,
              })}
            </li>
          ))}
          <li className="pl-6 text-muted">{t("imports.newLabels.like.next")}</li>
        </ul>
      ) : null}
      <ul className="mt-1.5 flex flex-wrap gap-1.5">
        {shown.map(({ name, rows }) => (
          <li
            key={name}
            className="inline-flex max-w-full items-baseline gap-1.5 rounded bg-sunken px-1.5 py-0.5 text-sm"
          >
            <span className="truncate font-medium" title={name} dir="auto">
              {name}
            </span>
            <span className="text-xs text-muted tabular-nums">{formatNumber(rows)}</span>
          </li>
        ))}
        {left > 0 ? (
          <li>
            <Button size="small" look="quiet" className="text-accent" onClick={() => setAll(true)}>
              {t("imports.newLabels.more", { left })}
            </Button>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
