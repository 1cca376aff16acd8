import { benchImport } from "./bench/import.ts";
import { benchInstant } from "./bench/instant.ts";
import { benchKeys } from "./bench/keys.ts";
import { benchOpen } from "./bench/open.ts";
import { type BenchReport, publish } from "./bench/report.ts";
import { benchSearch } from "./bench/search.ts";
import { benchWalkthrough } from "./bench/walkthrough.ts";

/** Every measurement, by the name that `npm run bench -- name` takes. */
const BENCHES: Record<string, () => Promise<BenchReport>> = {
  import: benchImport,
  search: benchSearch,
  open: benchOpen,
  instant: benchInstant,
  keys: benchKeys,
  walkthrough: benchWalkthrough,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `No such measurement: ${unknown.join(", ")}. There is: ${Object.keys(BENCHES).join(", ")}`,
  );
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
  const measure = BENCHES[name];
  if (measure) publish(await measure());
}
