import type { Shape, ShapeRow } from "./shape.ts";
import {
  cellText,
  isList,
  isObject,
  type Json,
  labelEntries,
  NO_PLACE,
  objectsIn,
  ownEntries,
  placeOf,
  restEntries,
  sliceCodePoints,
  type Span,
  spanEntries,
  textsIn,
  toCodePoints,
} from "./values.ts";

const SPAN_TYPES = new Set(["labels", "hypertextlabels"]);

/** Tasks as Label Studio's JSON export writes them: data, annotations by several people, and predictions. */
export const labelStudio: Shape = {
  name: "labelStudio",
  recognise: (sample) =>
    sample.every(
      (row) =>
        isObject(row.json("data")) &&
        ["annotations", "completions", "predictions"].some((key) => isList(row.json(key))),
    ),
  flatten(row) {
    const data = row.json("data");
    if (!isObject(data)) return { reason: "notOfThisShape", detail: "data" };
    const [answer, ...others] = answersOf(row);
    const idText = row.text("id");
    const rest = restEntries(row, ["id", "data", "annotations", "completions", "predictions"]);
    return {
      entries: [
        ...(idText ? [["id", idText] as [string, string]] : []),
        ...ownEntries(data).filter(([name]) => name !== "id" || idText === ""),
        ...(answer ? readResult(answer, data) : []),
        ...annotatorEntries(answer),
        ...otherEntries(others, data),
        ...suggestionEntries(row),
        ...rest,
      ],
    };
  },
};

/** Submitted annotations; what was declared the truth comes first. */
function answersOf(row: ShapeRow): Json[] {
  const list = objectsIn(row.json("annotations") ?? row.json("completions"));
  const submitted = list.filter((each) => each["was_cancelled"] !== true);
  return submitted.toSorted(
    (a, b) => Number(b["ground_truth"] === true) - Number(a["ground_truth"] === true),
  );
}

/** The columns that one annotation fills: the first control of each kind has the plain name. */
function readResult(annotation: Json, data: Json): [string, string][] {
  const spans: Span[] = [];
  const choices = new Map<string, string[]>();
  const texts = new Map<string, string[]>();
  const others: [string, string][] = [];
  for (const region of objectsIn(annotation["result"])) {
    const type = cellText(region["type"]);
    const control = cellText(region["from_name"]) || type;
    const value = isObject(region["value"]) ? region["value"] : {};
    if (SPAN_TYPES.has(type)) spans.push(...readSpans(value, textOf(region, data)));
    else if (type === "choices") push(choices, control, textsIn(value["choices"]));
    else if (type === "textarea")
      push(
        texts,
        control,
        isList(value["text"]) ? textsIn(value["text"]) : [cellText(value["text"])],
      );
    else if (type === "taxonomy" && isList(value["taxonomy"]))
      push(
        choices,
        control,
        value["taxonomy"].map((path) => textsIn(path).join(" / ")),
      );
    else others.push([control, cellText(value[type] ?? value["selected"] ?? value)]);
  }
  const [firstChoice, ...moreChoices] = choices;
  const [firstText, ...moreTexts] = texts;
  return [
    ...labelEntries(firstChoice?.[1] ?? []),
    ...(firstText ? [["response", firstText[1].join("\n")] as [string, string]] : []),
    ...spanEntries(spans),
    ...moreChoices.map(([control, names]): [string, string] => [control, names.join(";")]),
    ...moreTexts.map(([control, lines]): [string, string] => [control, lines.join("\n")]),
    ...others,
  ];
}

function push(map: Map<string, string[]>, key: string, values: readonly string[]) {
  map.set(key, [...(map.get(key) ?? []), ...values]);
}

/** The text that a region lies in: the only one, or the one that holds what the region quotes. */
function textOf(region: Json, data: Json): string {
  const texts = Object.values(data).filter((value) => typeof value === "string");
  const value = isObject(region["value"]) ? region["value"] : {};
  const quoted = cellText(value["text"]);
  const named = data[cellText(region["to_name"])];
  return typeof named === "string" ? named : (texts.find((text) => text.includes(quoted)) ?? "");
}

/** Whether offsets count UTF-16 units or code points differs between versions; the quoted text decides. */
function readSpans(value: Json, text: string): Span[] {
  const [start, end] = [placeOf(value["start"]), placeOf(value["end"])];
  const labels = textsIn(value["labels"] ?? value["hypertextlabels"]);
  const quoted = value["text"];
  const isFound = (found: string) => typeof quoted !== "string" || found === quoted;
  const isElsewhere =
    !isFound(sliceCodePoints(text, start, end)) && !isFound(text.slice(start, end));
  // Places in HTML, or in another form of the text, are none in this one.
  if (Number.isNaN(start + end) || isElsewhere)
    return labels.map((label) => ({ start: NO_PLACE, end: NO_PLACE, label }));
  const isUtf16 =
    typeof quoted === "string" &&
    text.slice(start, end) === quoted &&
    sliceCodePoints(text, start, end) !== quoted;
  const at = (offset: number) => (isUtf16 ? toCodePoints(text, offset) : offset);
  return labels.map((label) => ({ start: at(start), end: at(end), label }));
}

function annotatorEntries(answer: Json | undefined): [string, string][] {
  const by = answer?.["completed_by"];
  const name = isObject(by) ? (by["email"] ?? by["id"]) : by;
  return name === undefined || name === null ? [] : [["annotator", cellText(name)]];
}

const otherEntries = (others: readonly Json[], data: Json): [string, string][] =>
  others.length === 0
    ? []
    : [
        [
          "other answers",
          JSON.stringify(
            others.map((each) =>
              Object.fromEntries([...annotatorEntries(each), ...readResult(each, data)]),
            ),
          ),
        ],
      ];

function suggestionEntries(row: ShapeRow): [string, string][] {
  const text = cellText(row.json("predictions"));
  return text === "" ? [] : [["suggestions", text]];
}

/** Label Studio's JSON_MIN export: one flat record a task and annotation. */
export const labelStudioMin: Shape = {
  name: "labelStudioMin",
  recognise: (sample) =>
    sample.every(
      ({ keys }) =>
        keys.includes("annotation_id") &&
        (keys.includes("lead_time") || keys.includes("annotator")),
    ),
  flatten(row) {
    const entries: [string, string][] = [];
    const spans: Span[] = [];
    const texts = row.keys.filter((key) => row.json(key) === undefined).map((key) => row.text(key));
    for (const key of row.keys) {
      const value = row.json(key);
      const regions = objectsIn(value).filter((each) => isList(each["labels"]));
      const choices = isObject(value) ? textsIn(value["choices"]) : [];
      if (regions.length > 0)
        for (const region of regions) {
          const quoted = cellText(region["text"]);
          spans.push(...readSpans(region, texts.find((text) => text.includes(quoted)) ?? ""));
        }
      else if (choices.length > 0) entries.push(...labelEntries(choices));
      else if (row.text(key) !== "") entries.push([key, row.text(key)]);
    }
    return { entries: [...entries, ...spanEntries(spans)] };
  },
};
