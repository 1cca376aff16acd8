import { describe, expect, test } from "vitest";
import { getShape, recogniseShape } from "./index.ts";
import { createShapeRow } from "./shape.ts";

/** A record as the readers hand it over: strings decoded, everything else as it stands in the file. */
const record = (json: string) =>
  createShapeRow(
    Object.entries(JSON.parse(json) as Record<string, unknown>).map(([key, value]) => [
      key,
      value === null ? "" : typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );

function flatten(json: string): Record<string, string> | { reason: string } {
  const row = record(json);
  const name = recogniseShape([row]);
  if (name === null) throw new Error("not recognised");
  const flat = getShape(name).flatten(row);
  return "reason" in flat ? { reason: flat.reason } : Object.fromEntries(flat.entries);
}

const labelStudio = `{"id":7,"data":{"text":"Take aspirin daily","label":"from the data","row_id":"r1"},
 "annotations":[
  {"id":1,"completed_by":{"id":3,"email":"ann@clinic.example"},"was_cancelled":false,"ground_truth":false,"result":[
   {"id":"x","from_name":"intent","to_name":"text","type":"choices","value":{"choices":["booking"]}}]},
  {"id":2,"completed_by":4,"was_cancelled":false,"ground_truth":true,"result":[
   {"id":"a1","from_name":"label","to_name":"text","type":"labels","value":{"start":5,"end":12,"text":"aspirin","labels":["DRUG"]}},
   {"id":"a2","from_name":"intent","to_name":"text","type":"choices","value":{"choices":["refill"]}},
   {"id":"a3","from_name":"tone","to_name":"text","type":"choices","value":{"choices":["kind","short"]}},
   {"id":"a4","from_name":"answer","to_name":"text","type":"textarea","value":{"text":["With food."]}},
   {"id":"a5","from_name":"stars","to_name":"text","type":"rating","value":{"rating":4}}]},
  {"id":3,"completed_by":5,"was_cancelled":true,"result":[
   {"from_name":"intent","to_name":"text","type":"choices","value":{"choices":["spam"]}}]}],
 "predictions":[{"model_version":"m1","score":0.9,"result":[
   {"from_name":"intent","to_name":"text","type":"choices","value":{"choices":["refund"]}}]}]}`;

describe("Label Studio", () => {
  test("the declared truth is the answer, others are kept, a prediction never becomes one", () => {
    const { suggestions, ...others } = flatten(labelStudio) as Record<string, string>;
    expect(others).toEqual({
      id: "7",
      text: "Take aspirin daily",
      "label (data)": "from the data",
      row_id: "r1",
      label: "refill",
      response: "With food.",
      spans: '[{"start":5,"end":12,"label":"DRUG"}]',
      tone: "kind;short",
      stars: "4",
      annotator: "4",
      "other answers": '[{"annotator":"ann@clinic.example","label":"booking"}]',
    });
    expect(suggestions).toContain("refund");
  });

  test("a task with predictions or cancelled annotations only has no answer", () => {
    const flat = flatten(
      '{"id":1,"data":{"text":"x"},"annotations":[{"was_cancelled":true,"result":[{"from_name":"c","type":"choices","value":{"choices":["a"]}}]}],"predictions":[{"result":[{"from_name":"c","type":"choices","value":{"choices":["b"]}}]}]}',
    );
    expect(Object.keys(flat)).toEqual(["id", "text", "suggestions"]);
  });

  test.each([
    ["UTF-16 units", 3, 7],
    ["code points", 2, 6],
  ])("spans after an emoji counted in %s end up in code points", (_unit, start, end) => {
    const flat = flatten(
      `{"data":{"text":"🙂 pill now"},"annotations":[{"result":[{"from_name":"l","to_name":"text","type":"labels","value":{"start":${start},"end":${end},"text":"pill","labels":["DRUG"]}}]}]}`,
    );
    expect(flat).toMatchObject({ spans: '[{"start":2,"end":6,"label":"DRUG"}]' });
  });

  test("the flat export is read too", () => {
    const flat = flatten(
      '{"id":1,"text":"🙂 pill","label":[{"start":3,"end":7,"text":"pill","labels":["DRUG"]}],"intent":"refill","topics":{"choices":["a","b"]},"annotator":2,"annotation_id":9,"lead_time":3.5}',
    );
    expect(flat).toMatchObject({
      text: "🙂 pill",
      spans: '[{"start":2,"end":6,"label":"DRUG"}]',
      intent: "refill",
      labels: '["a","b"]',
      annotator: "2",
    });
  });
});

test.each([
  [
    "doccano spans",
    '{"id":1,"text":"🙂 pill","label":[[2,6,"DRUG"]],"Comments":[]}',
    { id: "1", text: "🙂 pill", spans: '[{"start":2,"end":6,"label":"DRUG"}]' },
  ],
  [
    "doccano categories",
    '{"text":"Great","label":["positive"],"meta":{"a":1}}',
    { text: "Great", label: "positive", meta: '{"a":1}' },
  ],
  [
    "doccano several categories",
    '{"text":"Great","label":["positive","short"]}',
    { text: "Great", labels: '["positive","short"]' },
  ],
  [
    "doccano intents with slots",
    '{"text":"Take pill","entities":[{"id":1,"start_offset":5,"end_offset":9,"label":"DRUG"}],"relations":[],"cats":["refill"]}',
    {
      text: "Take pill",
      label: "refill",
      spans: '[{"start":5,"end":9,"label":"DRUG"}]',
    },
  ],
  [
    "Argilla 2",
    '{"id":"r1","fields":{"text":"Take pill"},"metadata":{"source":"clinic"},"vectors":{},"suggestions":{"intent":{"value":"refund"}},"responses":{"intent":[{"value":"refill","user_id":"u1","status":"submitted"},{"value":"booking","user_id":"u2","status":"submitted"},{"value":"spam","user_id":"u3","status":"draft"}],"ents":[{"value":[{"start":5,"end":9,"label":"DRUG"}],"user_id":"u1","status":"submitted"}]},"status":"completed"}',
    {
      id: "r1",
      text: "Take pill",
      intent: "refill",
      spans: '[{"start":5,"end":9,"label":"DRUG"}]',
      annotator: "u1",
      "other answers": '[{"intent":"booking","annotator":"u2"}]',
      suggestions: '{"intent":{"value":"refund"}}',
      source: "clinic",
      status: "completed",
    },
  ],
  [
    "Argilla 1",
    '{"fields":{"text":"x"},"responses":[{"user_id":"u1","status":"discarded","values":{"topics":{"value":["a"]}}},{"user_id":"u2","status":"submitted","values":{"topics":{"value":["b","c"]}}}]}',
    { text: "x", labels: '["b","c"]', annotator: "u2" },
  ],
  [
    "Prodigy spans",
    '{"text":"Take pill","spans":[{"start":5,"end":9,"label":"DRUG"}],"meta":{"id":"r1"},"_input_hash":-12,"answer":"accept","_annotator_id":"ann"}',
    {
      id: "r1",
      text: "Take pill",
      spans: '[{"start":5,"end":9,"label":"DRUG"}]',
      annotator: "ann",
      decision: "accept",
      meta: '{"id":"r1"}',
      _input_hash: "-12",
    },
  ],
  [
    "Prodigy choices",
    '{"text":"Card?","options":[{"id":1,"text":"card_arrival"},{"id":2,"text":"other"}],"accept":[1],"answer":"accept"}',
    { text: "Card?", label: "card_arrival", decision: "accept" },
  ],
  [
    "Prodigy rejected",
    '{"text":"Card?","label":"spam","answer":"reject"}',
    { text: "Card?", "label (data)": "spam", decision: "reject" },
  ],
  [
    "OpenAI chat",
    '{"messages":[{"role":"developer","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"Hi"},{"type":"image_url","image_url":{"url":"x"}}]},{"role":"assistant","content":null,"tool_calls":[{"id":"c"}],"weight":0}],"tools":[{"type":"function"}]}',
    {
      messages: JSON.stringify([
        { role: "system", content: "Be brief." },
        { role: "user", content: "Hi\n[image_url]" },
        { role: "assistant", content: '[{"id":"c"}]', weight: 0 },
      ]),
      tools: '[{"type":"function"}]',
    },
  ],
  [
    "OpenAI preferences",
    '{"input":{"messages":[{"role":"user","content":"Sky?"}],"tools":[]},"preferred_output":[{"role":"assistant","content":"Blue."}],"non_preferred_output":[{"role":"assistant","content":"Green."}]}',
    {
      messages: '[{"role":"user","content":"Sky?"}]',
      chosen: "Blue.",
      rejected: "Green.",
      "input settings": '{"tools":[]}',
    },
  ],
  [
    "ShareGPT",
    '{"id":"c1","system":"Be brief.","conversations":[{"from":"human","value":"Hi"},{"from":"gpt","value":"Hello."},{"from":"observation","value":"{}"}]}',
    {
      id: "c1",
      messages:
        '[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."},{"role":"tool","content":"{}"}]',
    },
  ],
  [
    "ShareGPT with a pair",
    '{"conversations":[{"from":"human","value":"Sky?"}],"chosen":{"from":"gpt","value":"Blue."},"rejected":{"from":"gpt","value":"Green."}}',
    { messages: '[{"role":"user","content":"Sky?"}]', chosen: "Blue.", rejected: "Green." },
  ],
  [
    "Alpaca",
    '{"instruction":"Classify.","input":"Where is my card?","output":"card_arrival","system":"","history":[["Hi","Hello"]]}',
    {
      instruction: "Classify.",
      input: "Where is my card?",
      response: "card_arrival",
      history: '[["Hi","Hello"]]',
    },
  ],
])("%s", (_title, json, columns) => expect(flatten(json)).toEqual(columns));

test.each([
  '{"text":"x","label":"a"}',
  '{"text":"x","labels":{"a":1}}',
  '{"data":"x","annotations":[]}',
  '{"messages":"none"}',
  '{"messages":[]}',
  '{"fields":{"text":"x"}}',
  '{"answer":"accept my terms","text":"x"}',
  '{"__proto__":{"data":{}},"constructor":1}',
])("%s is nobody's export", (json) => expect(recogniseShape([record(json)])).toBeNull());

test("one record of another form among the first speaks against a shape; within a file it is refused", () => {
  const good = record('{"messages":[{"role":"user","content":"Hi"}]}');
  const bad = record('{"messages":"none"}');
  expect(recogniseShape([good, bad])).toBeNull();
  expect(getShape("openaiChat").flatten(bad)).toMatchObject({ reason: "notOfThisShape" });
});

test("digits of a long id inside a record are kept", () => {
  const row = createShapeRow([
    ["data", '{"text":"x","ref":12345678901234567890,"share":0.10}'],
    ["annotations", "[]"],
  ]);
  expect(getShape("labelStudio").flatten(row)).toMatchObject({
    entries: expect.arrayContaining([["ref", "12345678901234567890"]]) as unknown,
  });
});
