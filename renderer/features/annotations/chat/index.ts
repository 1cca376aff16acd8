export { ChatEditor } from "./ChatEditor.tsx";
