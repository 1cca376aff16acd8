export { ExampleTimeline } from "./ExampleTimeline.tsx";
export { TimelineButton } from "./TimelineButton.tsx";
