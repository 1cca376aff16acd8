import { benchInstant } from "./bench/instant.ts";

/** Every measurement, by the name that `npm run bench -- name` takes. Each prints its own table. */
const BENCHES: Record<string, () => Promise<unknown>> = { instant: benchInstant };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `No such measurement: ${unknown.join(", ")}. There is: ${Object.keys(BENCHES).join(", ")}`,
  );
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) await BENCHES[name]?.();
