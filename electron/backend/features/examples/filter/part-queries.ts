import type { TaskType } from "#shared/features/projects/task-type.ts";
import { foldCase } from "#shared/features/search/matches-text.ts";
import type { SearchTerm } from "#shared/features/search/parse-search.ts";

const isAscii = (text: string) => !/[\u0080-\uffff]/.test(text);
const hasCase = (text: string) => text.toLowerCase() !== text.toUpperCase();
/** Answers of these tasks name labels only. */
const WORDLESS: readonly TaskType[] = ["classify", "tag", "extract"];

/** How the input is searched: the quickest way that cannot miss, since LIKE ends at the first NUL and folds ASCII only. */
function inInput(text: string, name: string) {
  if (!hasCase(text)) return `instr(t.input, @${name}) > 0`;
  const folded = `contains_folded(t.input, @${name}Folded)`;
  if (!isAscii(text)) return folded;
  return `(t.input like @${name}Like escape '\\' or (instr(t.input, char(0)) > 0 and ${folded}))`;
}

/** SQL for examples in which these very characters occur, or do not; `name` begins the names of its parameters. */
export function partCondition(term: SearchTerm, name: string, taskType: TaskType) {
  const { text } = term;
  const places = [inInput(text, name)];
  if (!WORDLESS.includes(taskType))
    places.push(`exists (select 1 from annotation a where a.id = e.annotation_id
      and contains_folded(answer_text(a.value), @${name}Folded))`);
  const condition = `${term.excluded ? "not " : ""}exists (select 1 from example_text t
    where t.id = e.id and (${places.join(" or ")}))`;
  const like = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const params = { [name]: text, [`${name}Folded`]: foldCase(text), [`${name}Like`]: like };
  return { condition, params };
}
