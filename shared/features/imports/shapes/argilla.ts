import type { Shape, ShapeRow } from "./shape.ts";
import {
  cellText,
  isList,
  isObject,
  type Json,
  labelEntries,
  objectsIn,
  ownEntries,
  restEntries,
  spanEntries,
} from "./values.ts";

/** Argilla records: fields, responses by question and user, suggestions by a model. */
export const argilla: Shape = {
  name: "argilla",
  recognise: (sample) =>
    sample.every(
      (row) =>
        isObject(row.json("fields")) &&
        (isObject(row.json("responses")) || isList(row.json("responses"))),
    ),
  flatten(row) {
    const fields = row.json("fields");
    if (!isObject(fields)) return { reason: "notOfThisShape", detail: "fields" };
    const [first, ...others] = answersOf(row);
    const metadata = row.json("metadata");
    const suggestions = cellText(row.json("suggestions"));
    const id = row.text("id") || row.text("external_id");
    return {
      entries: [
        ...(id ? [["id", id] as [string, string]] : []),
        ...ownEntries(fields),
        ...(first ? readAnswer(first) : []),
        ...(others.length > 0
          ? [
              [
                "other answers",
                JSON.stringify(others.map((each) => Object.fromEntries(readAnswer(each)))),
              ] as [string, string],
            ]
          : []),
        ...(suggestions ? [["suggestions", suggestions] as [string, string]] : []),
        ...(isObject(metadata) ? ownEntries(metadata) : []),
        ...restEntries(row, [
          "id",
          "external_id",
          "fields",
          "responses",
          "suggestions",
          "metadata",
          "vectors",
        ]),
      ],
    };
  },
};

interface Answer {
  annotator: string;
  values: Json;
}

/** What each person submitted, question by question; drafts and discarded records are no answers. */
function answersOf(row: ShapeRow): Answer[] {
  const responses = row.json("responses");
  const byUser = new Map<string, Json>();
  const add = (response: Json, question: string, value: unknown) => {
    if ((response["status"] ?? "submitted") !== "submitted") return;
    const user = cellText(response["user_id"]);
    byUser.set(user, { ...byUser.get(user), [question]: value });
  };
  if (isObject(responses))
    for (const [question, given] of Object.entries(responses))
      for (const response of objectsIn(given)) add(response, question, response["value"]);
  // Before version 2: one response a user, with the values of all questions.
  for (const response of objectsIn(responses))
    for (const [question, answer] of Object.entries(
      isObject(response["values"]) ? response["values"] : {},
    ))
      add(response, question, isObject(answer) ? answer["value"] : answer);
  return [...byUser].map(([annotator, values]) => ({ annotator, values }));
}

function readAnswer({ annotator, values }: Answer): [string, string][] {
  const entries = Object.entries(values).flatMap(([question, value]): [string, string][] => {
    const spans = objectsIn(value).filter((each) => "start" in each && "end" in each);
    if (spans.length > 0)
      return spanEntries(
        spans.map(({ start, end, label }) => ({
          start: Number(start),
          end: Number(end),
          label: String(label),
        })),
      );
    if (isList(value) && value.every((each) => typeof each === "string"))
      return labelEntries(value);
    const text = cellText(value);
    return text === "" ? [] : [[question, text]];
  });
  return annotator === "" ? entries : [...entries, ["annotator", annotator]];
}
