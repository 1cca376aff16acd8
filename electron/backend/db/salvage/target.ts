import { APPLICATION_ID, type Db } from "../open.ts";
import { listObjects, type SchemaObject } from "../schema-objects.ts";

export interface TargetTable {
  name: string;
  hasRowIds: boolean;
  /** Columns in the order in which a row stores them. */
  columns: string[];
  /** The column that is the row id under another name. */
  idColumn: string | null;
}

interface ColumnInfo {
  name: string;
  type: string;
  pk: number;
  hidden: number;
}

const isVirtual = ({ sql }: SchemaObject) => /^create virtual/i.test(sql ?? "");
const isUniqueIndex = ({ sql }: SchemaObject) => /^create unique/i.test(sql ?? "");

/** Tables whose rows are somebody's work; those of a search table are made from them. */
export function rowTables(objects: readonly SchemaObject[]): SchemaObject[] {
  const virtual = objects.filter(isVirtual);
  const isShadow = ({ name }: SchemaObject) =>
    virtual.some((table) => name.startsWith(`${table.name}_`));
  return objects.filter((each) => each.type === "table" && !isVirtual(each) && !isShadow(each));
}

/** The empty tables of a schema in a new file: what else belongs to it is made once the rows are in. */
export function layTables(target: Db, model: Db): { tables: TargetTable[]; finish(): void } {
  const objects = listObjects(model);
  const virtual = objects.filter(isVirtual);
  const tables = rowTables(objects);
  const indexes = objects.filter(({ type }) => type === "index");
  const rest = [
    ...virtual,
    ...indexes.filter((index) => !isUniqueIndex(index)),
    ...objects.filter(({ type }) => type !== "table" && type !== "index"),
  ];
  // Unique indexes first: they tell a row that is really there from an old copy of it.
  for (const { sql } of [...tables, ...indexes.filter(isUniqueIndex)]) target.exec(sql ?? "");
  return {
    tables: tables.map(({ name, sql }) => describe(target, name, sql ?? "")),
    finish() {
      for (const { sql } of rest) target.exec(sql ?? "");
      // A search table that keeps no texts of its own is filled in the background once the project is open.
      for (const { name, sql } of virtual)
        if (!/content\s*=\s*''/i.test(sql ?? ""))
          target.exec(`insert into "${name}"("${name}") values ('rebuild')`);
      target.pragma(`application_id = ${APPLICATION_ID}`);
      target.pragma(`user_version = ${model.pragma("user_version", { simple: true }) as number}`);
    },
  };
}

function describe(db: Db, name: string, sql: string): TargetTable {
  const infos = db
    .prepare<[string], ColumnInfo>("select name, type, pk, hidden from pragma_table_xinfo(?)")
    .all(name)
    .filter(({ hidden }) => hidden === 0);
  const hasRowIds = !/\bwithout\s+rowid\b[^)]*$/i.test(sql);
  const keys = infos.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  const ordered = hasRowIds ? infos : [...keys, ...infos.filter(({ pk }) => pk === 0)];
  const [only, second] = keys;
  const isAlias = hasRowIds && only && !second && only.type.toLowerCase() === "integer";
  return {
    name,
    hasRowIds,
    columns: ordered.map((column) => column.name),
    idColumn: isAlias ? only.name : null,
  };
}
