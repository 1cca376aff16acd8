export { ExampleList } from "./ExampleList.tsx";
