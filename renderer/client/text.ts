import { type MessageKey, type MessageParams, translate } from "../../shared/messages/translate.ts";

/** The user's locale for numbers and dates; words stay in the catalogue's language. */
export const userLocale = navigator.language || "en";
const messageLocale = userLocale.startsWith("en") ? userLocale : "en";

/** The text for a key of the one catalogue. */
export const t = (key: MessageKey, params?: MessageParams): string =>
  translate(key, params, messageLocale);

const integer = new Intl.NumberFormat(userLocale);
/** Always one digit behind the point, so that shares stand in line and do not jump while they grow. */
const percent = new Intl.NumberFormat(userLocale, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const dateTime = new Intl.DateTimeFormat(userLocale, { dateStyle: "medium", timeStyle: "short" });
const timeOfDay = new Intl.DateTimeFormat(userLocale, { timeStyle: "short" });
const day = new Intl.DateTimeFormat(userLocale, { dateStyle: "medium" });
const bytesUnits = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export const formatNumber = (value: number): string => integer.format(value);
/** `share` between 0 and 1. */
export const formatPercent = (share: number): string => percent.format(share);
export const formatDay = (atMs: number): string => day.format(atMs);
export const formatTimeOfDay = (atMs: number): string => timeOfDay.format(atMs);
export const formatDateTime = (atMs: number): string => dateTime.format(atMs);

export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < bytesUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(userLocale, {
    style: "unit",
    unit: bytesUnits[unit] ?? "byte",
    // "347 bytes", not "347 byte".
    unitDisplay: unit === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}
