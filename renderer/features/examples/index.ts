export { ExamplesScreen } from "./ExamplesScreen.tsx";
export { ExampleList } from "./ExampleList.tsx";
