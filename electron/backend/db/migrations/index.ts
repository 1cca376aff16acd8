import type { Migration } from "../migrate.ts";
import { first } from "./0001-first.ts";

/** Every step from an empty file to the newest schema, oldest first. */
export const migrations: readonly Migration[] = [first];
