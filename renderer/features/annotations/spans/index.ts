export { SpanEditor } from "./SpanEditor.tsx";
export { describeSpanChanges, describeSpans } from "./describe-spans.ts";
