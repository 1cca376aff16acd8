import { v7 } from "uuid";
import type { Db } from "../../db/open.ts";

const KEY_DIGITS = 12;

/** The part of an id that all examples of one import share: the time of the import and 26 random bits. */
export const newIdPrefix = (): string => v7().slice(0, -KEY_DIGITS);

/** A UUIDv7 whose last 48 bits are the example's key, so that finding an example takes no index. */
export const exampleIdAt = (prefix: string, key: number): string =>
  prefix + key.toString(16).padStart(KEY_DIGITS, "0");

const keyInId = (exampleId: string): number =>
  Number.parseInt(exampleId.slice(-KEY_DIGITS), 16) || 0;

/**
 * SQL for the keys of the examples whose ids are the values of `ids`, a table-valued expression with a
 * column `value`; needs `installExampleIds`. Unknown ids give no row.
 */
export const keysOfIds = (ids: string) =>
  `select t.id from ${ids} j join example_text t on t.id = key_in_id(j.value) and t.public_id = j.value
   union
   select t.id from ${ids} j join example_text t on t.public_id = j.value and t.adopted = 1`;

/** SQL for the key of one example by its id. */
export const keyOfId = (id: string) => keysOfIds(`(select ${id} as value)`);

/** Lets a connection find examples by their public ids. */
export function installExampleIds(db: Db): void {
  db.function("key_in_id", { deterministic: true }, keyInId);
}
