export { SpanEditor } from "./SpanEditor.tsx";
export { describeSpanChanges } from "./describe-spans.ts";
