export { ProjectSettings } from "./ProjectSettings.tsx";
export { StartScreen } from "./StartScreen.tsx";
export { TaskTypeChoice } from "./TaskTypeChoice.tsx";
