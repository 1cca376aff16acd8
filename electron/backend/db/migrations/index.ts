import type { Migration } from "../migrate.ts";
import { first } from "./0001-first.ts";
import { narrowExamples } from "./0002-narrow-examples.ts";
import { severalExperts } from "./0003-several-experts.ts";

/**
 * Every step from an empty file to the newest schema, oldest first. A step that shipped never changes,
 * its triggers and views not by one space: opening a project compares them word for word.
 */
export const migrations: readonly Migration[] = [first, narrowExamples, severalExperts];
