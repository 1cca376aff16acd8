import { IntlMessageFormat } from "intl-messageformat";
import { AppError } from "../errors/app-error.ts";
import type { ErrorCode } from "../errors/codes.ts";
import { en } from "./en/index.ts";

export type MessageKey = keyof typeof en;
export type MessageParams = Record<string, string | number | boolean | null | undefined>;

const compiled = new Map<string, IntlMessageFormat>();

/** The text for a key in the user's locale, with ICU plurals and numbers filled in. */
export function translate(key: MessageKey, params: MessageParams = {}, locale = "en"): string {
  const cacheKey = `${locale} ${key}`;
  let format = compiled.get(cacheKey);
  if (!format) {
    format = new IntlMessageFormat(en[key], locale, undefined, { ignoreTag: true });
    compiled.set(cacheKey, format);
  }
  return String(format.format(params));
}

/** What happened, whether the work is safe, and what to do next. */
export interface ErrorText {
  what: string;
  safe: string;
  next: string;
}

export function errorText(code: ErrorCode, params: MessageParams = {}, locale = "en"): ErrorText {
  return {
    what: translate(`errors.${code}.what`, params, locale),
    safe: translate(`errors.${code}.safe`, params, locale),
    next: translate(`errors.${code}.next`, params, locale),
  };
}

export function describeError(error: unknown, locale = "en"): ErrorText {
  return error instanceof AppError
    ? errorText(error.code, error.params, locale)
    : errorText("unexpected", {}, locale);
}
