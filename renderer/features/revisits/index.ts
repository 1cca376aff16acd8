export { ChangedMindNote } from "./ChangedMindNote.tsx";
