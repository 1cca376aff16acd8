import { z } from "zod";

const Footer = z.object({ info: z.object({ features: z.record(z.string(), z.unknown()) }) });
const ClassLabel = z.object({ _type: z.literal("ClassLabel"), names: z.array(z.string()) });
/** A list of class labels, as older and newer writers put it. */
const LabelList = z.union([
  z.object({ feature: ClassLabel }).transform(({ feature }) => feature.names),
  z
    .array(ClassLabel)
    .length(1)
    .transform(([only]) => only?.names ?? []),
]);

/** Names for the numbers in a column. */
export interface NamedNumbers {
  names: readonly string[];
  isList: boolean;
}

/**
 * Columns whose numbers stand for names, as the Hugging Face libraries note it in the footer key
 * "huggingface": {"info":{"features":{"label":{"names":[…],"_type":"ClassLabel"}}}}.
 */
export function readClassLabels(
  footer: readonly { key: string; value?: string | undefined }[] | undefined,
): Map<string, NamedNumbers> {
  const labels = new Map<string, NamedNumbers>();
  const text = footer?.find(({ key }) => key === "huggingface")?.value;
  if (text === undefined) return labels;
  let parsed;
  try {
    parsed = Footer.safeParse(JSON.parse(text));
  } catch {
    return labels;
  }
  for (const [column, feature] of Object.entries(parsed.data?.info.features ?? {})) {
    const single = ClassLabel.safeParse(feature);
    if (single.success) labels.set(column, { names: single.data.names, isList: false });
    const list = LabelList.safeParse(feature);
    if (list.success) labels.set(column, { names: list.data, isList: true });
  }
  return labels;
}

/** The number's name; −1 means "no label" there, and a number without a name stays a number. */
export function nameNumber(value: unknown, { names, isList }: NamedNumbers): unknown {
  if (isList && Array.isArray(value))
    return value.map((each) => nameNumber(each, { names, isList: false }));
  const number = Number(value);
  if (value === null || value === undefined || number === -1) return null;
  return names[number] ?? value;
}
