export { BackupsOfClosed } from "./BackupsOfClosed.tsx";
export { BackupLine } from "./BackupLine.tsx";
export { useRestoredTimes } from "./restored.ts";
export { WorkspaceNotices } from "./WorkspaceNotices.tsx";
