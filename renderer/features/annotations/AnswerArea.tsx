import { type ComponentType, useCallback } from "react";
import type { Definition, Label } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { accept, applyDraft, useValue } from "./queue/decisions.ts";
import type { EditorProps } from "./keys/editor.ts";
import { ChatEditor } from "./chat/index.ts";
import { LabelBoard } from "./labels/LabelBoard.tsx";
import { RankEditor } from "./ranking/RankEditor.tsx";
import { SpanEditor } from "./spans/index.ts";
import { TagEditor } from "./tags/TagEditor.tsx";
import { WriteEditor } from "./writing/WriteEditor.tsx";

interface AnswerAreaProps {
  example: Example;
  /** Moves on whenever something is put on the desk. */
  visit: number;
  definition: Definition;
}

/** Where the example is answered; each kind of task has its own way. */
export function AnswerArea({ example, visit, definition }: AnswerAreaProps) {
  const { taskType, labels } = definition;
  // An editor begins anew with every visit, a board of labels only marks others.
  const key = `${example.exampleId} ${visit}`;
  switch (taskType) {
    case "classify":
      return <LabelBoard example={example} labels={labels} />;
    case "write":
      return (
        <Editing key={key} kind="write" Editor={WriteEditor} example={example} labels={labels} />
      );
    case "extract":
      return (
        <Editing key={key} kind="extract" Editor={SpanEditor} example={example} labels={labels} />
      );
    case "chat":
      return (
        <Editing key={key} kind="chat" Editor={ChatEditor} example={example} labels={labels} />
      );
    case "tag":
      return <Editing kind="tag" Editor={TagEditor} example={example} labels={labels} />;
    case "rank":
      return (
        <Editing key={key} kind="rank" Editor={RankEditor} example={example} labels={labels} />
      );
  }
}

/** Between an editor and what is on the desk. */
function Editing<Kind extends TaskType>(props: {
  kind: Kind;
  Editor: ComponentType<EditorProps<Kind>>;
  example: Example;
  labels: Label[];
}) {
  const { kind, Editor, example, labels } = props;
  const { exampleId } = example;
  const value = useValue(example, kind);
  const onChange: EditorProps<Kind>["onChange"] = useCallback(
    (next) => applyDraft(exampleId, next),
    [exampleId],
  );
  const onSave = useCallback(() => void accept(kind), [kind]);
  return (
    <Editor example={example} labels={labels} value={value} onChange={onChange} onSave={onSave} />
  );
}
