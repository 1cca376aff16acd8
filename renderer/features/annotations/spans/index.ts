export { SpanEditor } from "./SpanEditor.tsx";
