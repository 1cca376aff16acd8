import type { Label, LabelColour } from "#shared/features/definitions/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";

/** A label together with its key in the database. */
export interface StoredLabel {
  labelKey: number;
  label: Label;
}

interface Row {
  id: number;
  public_id: string;
  name: string;
  description: string;
  colour: LabelColour;
  shortcut: string | null;
  examples: number;
}

const toStored = (row: Row): StoredLabel => ({
  labelKey: row.id,
  label: {
    labelId: row.public_id,
    name: row.name,
    description: row.description,
    colour: row.colour,
    key: row.shortcut,
    examples: row.examples,
  },
});

const LABELS = "select id, public_id, name, description, colour, shortcut";
const IN_USE = "from label l where l.removed_at_ms is null order by l.position, l.id";

const countNamed = (path: string, field: string) => `with named as (
    select ${field} as label_id, count(distinct e.id) as examples
    from example e join annotation a on a.id = e.annotation_id, json_each(a.value, '${path}') j
    where e.removed_at_ms is null group by 1)
  ${LABELS}, coalesce((select examples from named where label_id = l.public_id), 0) as examples ${IN_USE}`;

/** The task type, the guideline and the system prompt. */
export function definitionQueries(db: Db) {
  const project = db.prepare<[], { taskType: TaskType; systemPrompt: string }>(
    "select task_type as taskType, system_prompt as systemPrompt from project",
  );
  const guideline = db.prepare<[], { body: string; savedAtMs: number; version: number }>(
    `select g.body, g.saved_at_ms as savedAtMs, (select count(*) from guideline o where o.id <= g.id) as version
     from guideline g join project p on p.guideline_id = g.id`,
  );
  const setTaskType = db.prepare("update project set task_type = ?");
  const setSystemPrompt = db.prepare("update project set system_prompt = ?");
  const insertGuideline = db.prepare("insert into guideline (body, saved_at_ms) values (?, ?)");
  const pointToGuideline = db.prepare("update project set guideline_id = ?");

  return {
    project: () => project.get() as { taskType: TaskType; systemPrompt: string },
    guideline: () => guideline.get(),
    setTaskType: (taskType: TaskType) => void setTaskType.run(taskType),
    setSystemPrompt: (text: string) => void setSystemPrompt.run(text),
    saveGuideline(body: string, savedAtMs: number) {
      pointToGuideline.run(insertGuideline.run(body, savedAtMs).lastInsertRowid);
    },
  };
}

export function labelQueries(db: Db) {
  const byIndex = db.prepare<[], Row>(
    `${LABELS}, (select count(*) from example e where e.label_id = l.id and e.removed_at_ms is null)
       as examples ${IN_USE}`,
  );
  const byTag = db.prepare<[], Row>(countNamed("$.labelIds", "j.value"));
  const bySpan = db.prepare<[], Row>(countNamed("$.spans", "j.value ->> 'labelId'"));
  const nextPosition = db
    .prepare<[], number>("select coalesce(max(position) + 1, 0) from label")
    .pluck();
  const insert = db.prepare(
    `insert into label (public_id, name, description, colour, shortcut, position)
     values (@labelId, @name, @description, @colour, @key, @position)`,
  );
  const update = db.prepare(
    `update label set name = @name, description = @description, colour = @colour, shortcut = @key
     where id = @labelKey`,
  );
  const setPosition = db.prepare("update label set position = ? where id = ?");
  const remove = db.prepare("update label set removed_at_ms = ?, shortcut = null where id = ?");

  return {
    /** The labels in use, with the number of examples whose answer in force names them. */
    list(taskType: TaskType): StoredLabel[] {
      const rows = taskType === "tag" ? byTag : taskType === "extract" ? bySpan : byIndex;
      return rows.all().map(toStored);
    },
    nextPosition: () => nextPosition.get() as number,
    insert: (label: Omit<Label, "examples"> & { position: number }) => void insert.run(label),
    update: (label: Omit<Label, "examples" | "labelId"> & { labelKey: number }) =>
      void update.run(label),
    setPosition: (labelKey: number, position: number) => void setPosition.run(position, labelKey),
    remove: (labelKey: number, atMs: number) => void remove.run(atMs, labelKey),
  };
}
