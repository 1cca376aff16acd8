/** Licences whose address is known; the full text is there, and is never paraphrased here. */
const LICENCE_URLS: Readonly<Record<string, string>> = {
  "cc by 4.0": "https://creativecommons.org/licenses/by/4.0/legalcode",
  "cc by-sa 4.0": "https://creativecommons.org/licenses/by-sa/4.0/legalcode",
  "cc by-nc 4.0": "https://creativecommons.org/licenses/by-nc/4.0/legalcode",
  "cc0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/legalcode",
  "apache 2.0": "https://www.apache.org/licenses/LICENSE-2.0",
  mit: "https://opensource.org/license/mit",
};

const keyOf = (licence: string) =>
  licence
    .trim()
    .toLowerCase()
    .replace(/^cc-/, "cc ")
    .replace(/[-\s]+(\d)/, " $1");

/** The address of a licence's text, where the licence is a well-known one. */
export const licenceUrl = (licence: string): string | null => LICENCE_URLS[keyOf(licence)] ?? null;

/** The LICENSE file: the licence by name, its address and whom to credit; nothing is made up. */
export function licenceFile(facts: { name: string; licence: string; attribution: string }): string {
  const licence = facts.licence.trim();
  if (licence === "")
    return `The licence of the data in "${facts.name}" is not stated.\n\nAsk its owner before you use, share or publish it.\n`;
  const url = licenceUrl(licence);
  const attribution = facts.attribution.trim() || "not stated";
  return [
    `The data in "${facts.name}" is under ${licence}.`,
    url === null ? "Address of the licence text: not stated" : `Licence text: ${url}`,
    `Attribution: ${attribution}`,
    ...(url?.includes("creativecommons.org/licenses/")
      ? ["Changes: examples were selected, labelled and split in Tacit; the README says how."]
      : []),
  ]
    .join("\n\n")
    .concat("\n");
}
