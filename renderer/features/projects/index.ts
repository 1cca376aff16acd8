export { useNewProject } from "./new-project.ts";
export { ProjectSettings } from "./ProjectSettings.tsx";
export { StartScreen } from "./StartScreen.tsx";
export { TaskTypeChoice } from "./TaskTypeChoice.tsx";
export { useOpenProject } from "./use-open-project.ts";
