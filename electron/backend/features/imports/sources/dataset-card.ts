import { parseDocument } from "yaml";
import { z } from "zod";

const MAX_CARD_CHARACTERS = 1_000_000;

const OneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const DataFiles = z.union([
  OneOrMore.transform((paths) => [{ split: "train", paths }]),
  z.array(
    z
      .object({ split: z.string(), path: OneOrMore })
      .transform(({ split, path }) => ({ split, paths: path })),
  ),
]);
const Config = z.object({
  config_name: z.coerce.string(),
  data_files: DataFiles.optional(),
  data_dir: z.string().optional(),
  default: z.boolean().optional(),
});
const Card = z.object({ configs: z.array(z.unknown()).optional() });

/** One configuration of a dataset folder: its files by split, as globs. */
export interface DatasetConfig {
  name: string;
  isDefault: boolean;
  parts: { split: string; matches(file: string): boolean }[];
}

/** The configurations that the head of a README.md lists; none when it is no dataset card. */
export function readConfigs(readme: string): DatasetConfig[] {
  const head = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(readme.slice(0, MAX_CARD_CHARACTERS))?.[1];
  if (head === undefined) return [];
  let card;
  try {
    // Few aliases, because a small text can otherwise unfold into gigabytes.
    card = Card.safeParse(parseDocument(head).toJS({ maxAliasCount: 100 }));
  } catch {
    return [];
  }
  return (card.data?.configs ?? []).flatMap((each): DatasetConfig[] => {
    const { data: config } = Config.safeParse(each);
    if (!config) return [];
    const folder = config.data_dir ? `${config.data_dir.replace(/\/+$/, "")}/` : "";
    const files = config.data_files ?? [{ split: "", paths: ["**"] }];
    return [
      {
        name: config.config_name,
        isDefault: config.default ?? config.config_name === "default",
        parts: files.map(({ split, paths }) => {
          const patterns = paths.map((path) => globToRegExp(folder + path.replace(/^\.?\//, "")));
          return { split, matches: (file) => patterns.some((pattern) => pattern.test(file)) };
        }),
      },
    ];
  });
}

/** Globs as dataset cards use them: "*" within a folder, "**" across folders, "?" one character. */
export function globToRegExp(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    // In one go, so that what was put in is not replaced again.
    .replaceAll(/\*\*\/|\*+|\?/g, (part) =>
      part === "?" ? "[^/]" : part === "*" ? "[^/]*" : part === "**/" ? "(?:[^/]+/)*" : ".*",
    );
  return new RegExp(`^${source}$`);
}
