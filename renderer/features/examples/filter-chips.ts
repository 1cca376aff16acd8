import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { ExampleFilter } from "../../../shared/features/examples/contract.ts";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { formatDay, formatNumber, t } from "../../client/text.ts";

export type FilterField = keyof ExampleFilter;
/** Names that are asked for elsewhere. */
export interface FilterNames {
  labels: readonly Label[];
  imports: readonly ImportRecord[];
}

/** A day's end is the last moment that is still meant. */
const DAY_MS = 86_400_000;

/** How each condition of a filter reads, apart from the words searched for. */
const DESCRIBED: {
  [Field in FilterField]?: (
    value: NonNullable<ExampleFilter[Field]>,
    names: FilterNames,
  ) => [name: string, value: string];
} = {
  labelId: (id, { labels }) => [
    t("examples.filter.label"),
    labels.find(({ labelId }) => labelId === id)?.name ?? "…",
  ],
  status: (status) => [t("examples.filter.status"), t(`examples.status.${status}`)],
  unreviewed: (yes) => [
    t("examples.filter.unreviewed"),
    t(`examples.filter.unreviewed.${yes ? "yes" : "no"}`),
  ],
  flagged: (yes) => [
    t("examples.filter.flagged"),
    t(`examples.filter.flagged.${yes ? "yes" : "no"}`),
  ],
  answeredBy: (kind) => [t("examples.filter.answeredBy"), t(`examples.answeredBy.${kind}`)],
  split: (split) => [t("examples.filter.split"), t(`common.split.${split}`)],
  importId: (id, { imports }) => [
    t("examples.filter.import"),
    imports.find(({ importId }) => importId === id)?.fileName ?? "…",
  ],
  findingId: () => [t("examples.filter.finding"), t("common.step.check")],
  answeredFromMs: (ms) => [t("examples.filter.answeredFrom"), formatDay(ms)],
  answeredBeforeMs: (ms) => [t("examples.filter.answeredTo"), formatDay(ms - DAY_MS / 2)],
  importedFromMs: (ms) => [t("examples.filter.importedFrom"), formatDay(ms)],
  importedBeforeMs: (ms) => [t("examples.filter.importedTo"), formatDay(ms - DAY_MS / 2)],
  minCharacters: (least) => [t("examples.filter.minCharacters"), formatNumber(least)],
  maxCharacters: (most) => [t("examples.filter.maxCharacters"), formatNumber(most)],
  putAway: () => [t("examples.filter.putAway"), t("examples.filter.putAway.yes")],
  exampleIds: (ids) => [t("examples.filter.exampleIds"), formatNumber(ids.length)],
  changedFromStepId: () => [t("examples.filter.changed"), t("history.title")],
};

/** The conditions of a filter in words, in one order whatever order they were set in. */
export function chipsOf(filter: ExampleFilter, names: FilterNames) {
  return (Object.keys(DESCRIBED) as FilterField[]).flatMap((field) => {
    const value = filter[field];
    if (value === undefined) return [];
    const describe = DESCRIBED[field] as (value: unknown, names: FilterNames) => [string, string];
    const [name, text] = describe(value, names);
    return [{ field, text: t("examples.filter.chip", { name, value: text }) }];
  });
}

/** The filter without one condition, and without what belongs to it. */
export function withoutField(filter: ExampleFilter, field: FilterField): ExampleFilter {
  const rest: ExampleFilter = { ...filter };
  delete rest[field];
  if (field === "changedFromStepId") delete rest.changedToStepId;
  return rest;
}
