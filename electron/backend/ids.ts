import { v7 } from "uuid";

/** A public id: UUIDv7, so that ids sort by creation. */
export const newId = (): string => v7();
