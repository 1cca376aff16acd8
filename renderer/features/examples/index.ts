export { ExamplesScreen } from "./ExamplesScreen.tsx";
export { ExampleList } from "./ExampleList.tsx";
export { ExampleFacts, listFacts } from "./ExampleFacts.tsx";
