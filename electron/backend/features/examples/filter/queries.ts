import type { ExampleFilter } from "#shared/features/examples/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import {
  type MatchExpressions,
  matchExpressions,
} from "#shared/features/search/match-expression.ts";
import { parseSearch } from "#shared/features/search/parse-search.ts";
import { keysOfIds } from "../example-id.ts";
import { partCondition } from "./part-queries.ts";

/** A filter as SQL over `example e`; needs `installSearchFunctions` and `installExampleIds`. */
export interface FilterSql {
  /** All but what the index of words answers. */
  conditions: string[];
  params: Record<string, string | number>;
  match: MatchExpressions;
}

/** Findings that follow the examples' present state instead of what the check saw. */
const LIVE_FINDINGS: Record<string, string> = {
  unlabelled: "e.status = 'unlabelled'",
  flagged: "e.flagged = 1",
};

const NAMES_LABEL: Partial<Record<TaskType, string>> = {
  classify: "e.label_id = (select id from label where public_id = @labelId)",
  extract: `exists (select 1 from annotation a, json_each(a.value, '$.spans') j
    where j.value ->> 'labelId' = @labelId and a.id = e.annotation_id)`,
};
const NAMES_TAG = `exists (select 1 from annotation a, json_each(a.value, '$.labelIds') j
  where j.value = @labelId and a.id = e.annotation_id)`;

const IN_FINDING = `e.id in (select x.example_id from finding_example x join finding f on f.id = x.finding_id
  where f.public_id = @findingId)`;
const CHANGED = `e.id in (select c.row_id from undo_change c where c.table_name = 'example' and c.step_id
  between (select id from undo_step where public_id = @changedFromStepId)
    and (select id from undo_step where public_id = @changedToStepId))`;

const inImports = (condition: string) =>
  `e.import_id in (select id from source_import where ${condition})`;

/** Filters that compare one column, or ask one question, with the value that they carry. */
const COMPARED = {
  status: "e.status = @status",
  split: "e.split = @split",
  importId: "e.import_id = (select id from source_import where public_id = @importId)",
  answeredBy: "e.annotator_id in (select id from annotator where kind = @answeredBy)",
  answeredFromMs: "e.answered_at_ms >= @answeredFromMs",
  answeredBeforeMs: "e.answered_at_ms < @answeredBeforeMs",
  importedFromMs: inImports("started_at_ms >= @importedFromMs"),
  importedBeforeMs: inImports("started_at_ms < @importedBeforeMs"),
  minCharacters: "e.characters >= @minCharacters",
  maxCharacters: "e.characters <= @maxCharacters",
} as const satisfies Partial<Record<keyof ExampleFilter, string>>;

export function filterSql(filter: ExampleFilter, taskType: TaskType): FilterSql {
  const conditions = [`e.removed_at_ms is ${filter.putAway ? "not null" : "null"}`];
  const params: FilterSql["params"] = {};
  const add = (name: keyof ExampleFilter, condition: string) => {
    conditions.push(condition);
    params[name] = filter[name] as string | number;
  };
  const { unreviewed, flagged, labelId, findingId, changedFromStepId, changedToStepId } = filter;
  for (const name of Object.keys(COMPARED) as (keyof typeof COMPARED)[])
    if (filter[name] !== undefined) add(name, COMPARED[name]);
  if (unreviewed !== undefined) conditions.push(`e.unreviewed = ${Number(unreviewed)}`);
  if (flagged !== undefined) conditions.push(`e.flagged = ${Number(flagged)}`);
  if (labelId !== undefined) add("labelId", NAMES_LABEL[taskType] ?? NAMES_TAG);
  if (changedFromStepId !== undefined) {
    conditions.push(CHANGED);
    Object.assign(params, {
      changedFromStepId,
      changedToStepId: changedToStepId ?? changedFromStepId,
    });
  }
  if (filter.exampleIds) {
    conditions.push(`e.id in (${keysOfIds("json_each(@exampleIds)")})`);
    params["exampleIds"] = JSON.stringify(filter.exampleIds);
  }
  const live = findingId === undefined ? undefined : LIVE_FINDINGS[findingId];
  if (live) conditions.push(live);
  else if (findingId !== undefined) add("findingId", IN_FINDING);
  const terms = parseSearch(filter.text ?? "");
  for (const [index, term] of terms.entries())
    if (term.kind === "part") {
      const part = partCondition(term, `part${index}`, taskType);
      conditions.push(part.condition);
      Object.assign(params, part.params);
    }
  return { conditions, params, match: matchExpressions(terms) };
}

const IS_INDEXED = `e.id <= (select indexed_through from search_progress)
  and e.id not in (select example_id from search_stale)`;
const MATCHES_TEXT = `exists (select 1 from example_text t left join annotation a on a.id = e.annotation_id
  where t.id = e.id and matches_search(@typed, t.input, a.value))`;
const found = (param: string) =>
  `e.id in (select rowid from example_search where example_search match @${param})`;

/** The same with the search in it, for readers that want a few rows at once and not all of them. */
export function wholeFilterSql(filter: ExampleFilter, taskType: TaskType) {
  const { conditions, params, match } = filterSql(filter, taskType);
  const indexed: string[] = [];
  if (match.wanted) indexed.push(found("wanted"));
  if (match.unwanted) indexed.push(`not ${found("unwanted")}`);
  if (indexed.length === 0) return { conditions, params };
  const search = `case when ${IS_INDEXED} then ${indexed.join(" and ")} else ${MATCHES_TEXT} end`;
  const searched: FilterSql["params"] = { ...params, typed: filter.text ?? "" };
  if (match.wanted) searched["wanted"] = match.wanted;
  if (match.unwanted) searched["unwanted"] = match.unwanted;
  return { conditions: [...conditions, search], params: searched };
}
