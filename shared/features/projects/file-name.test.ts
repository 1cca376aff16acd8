import { expect, test } from "vitest";
import { toFileName } from "./file-name.ts";

/** What none of the three systems refuses, changes or takes for something else. */
function isPortable(name: string): boolean {
  return (
    name !== "" &&
    encodeURIComponent(`${name} 12 v123 csv-excel.tacit-journal`).replace(/%../g, "x").length <=
      255 &&
    // eslint-disable-next-line no-control-regex -- Windows refuses them
    !/[\u0000-\u001f<>:"/\\|?*]/.test(name) &&
    !/^[. ]|[. ]$/.test(name) &&
    !/^(con|prn|aux|nul|com\d|lpt\d|com[¹²³]|lpt[¹²³]|conin\$|conout\$)(\.|$)/i.test(name) &&
    name === name.normalize("NFC") &&
    name.isWellFormed()
  );
}

test.each([
  ["Letters", "Letters"],
  ["Claims 2026 – März", "Claims 2026 – März"],
  ["Letters: A/B", "Letters A B"],
  ["100% #1 ?", "100% #1"],
  ["trailing dot.", "trailing dot"],
  ["trailing space ", "trailing space"],
  ["...hidden", "hidden"],
  ["..", "project"],
  ["/", "project"],
  ["\u0000\u0001", "project"],
  ["CON", "CON-project"],
  ["nul", "nul-project"],
  ["Aux.old", "Aux-project.old"],
  ["com1", "com1-project"],
  ["COM¹", "COM¹-project"],
  ["CONIN$", "CONIN$-project"],
  ["Console", "Console"],
  ["Nulpe", "Nulpe"],
  ['a\\b|c<d>e*f"g', "a b c d e f g"],
  ["cafe\u0301", "caf\u00e9"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["line\r\nbreak\tand tab", "line break and tab"],
  ["東京の質問", "東京の質問"],
  ["\ud800 half", "\ufffd half"],
])("%j becomes a file name that every system accepts: %j", (name, expected) => {
  expect(toFileName(name)).toBe(expected);
  expect(isPortable(toFileName(name))).toBe(true);
});

test.each([
  ["letters", "x".repeat(300), 80],
  ["letters of three bytes", "漢".repeat(300), 60],
  ["families of eleven units", "👩‍👩‍👧‍👦".repeat(40), 77],
  ["a point at the cut", `${"x".repeat(79)}.tail`, 79],
  ["letters with towers of marks", `a${"\u0301".repeat(300)}`, 7],
])("a name of %s is cut between two characters", (_what, name, units) => {
  const cut = toFileName(name);
  expect(cut.length).toBe(units);
  expect(isPortable(cut)).toBe(true);
});
