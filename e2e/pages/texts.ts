import { type MessageKey, type MessageParams, translate } from "../../shared/messages/translate.ts";

/** What the page says for a key of the message catalogue. */
export const t = (key: MessageKey, params?: MessageParams): string =>
  translate(key, params, "en-US");

/** Stands for what a test does not know beforehand; takes a plural's "other" form. */
const UNKNOWN = 987_654_321;
const UNKNOWN_SHOWN = /987,?654,?321/g;

/** A text whose named parameters may be anything; each is a group of the match. */
export function pattern(key: MessageKey, ...unknown: string[]): RegExp {
  const params = Object.fromEntries(unknown.map((name) => [name, UNKNOWN]));
  const literally = t(key, params).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(literally.replaceAll(UNKNOWN_SHOWN, "(.+?)"));
}
