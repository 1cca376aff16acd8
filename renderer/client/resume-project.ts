import type { ProjectInfo } from "../../shared/features/projects/contract.ts";
import { rpc } from "./rpc.ts";

/** This window's open project; gone with the window, but not with a reload or a crash behind it. */
const KEY = "tacit.openProject";

/** Notes which project is open, so that it can be opened again after a crash; null once it was closed. */
export function noteOpenProject(project: Pick<ProjectInfo, "fileName" | "folder"> | null): void {
  if (project === null) sessionStorage.removeItem(KEY);
  else
    sessionStorage.setItem(
      KEY,
      JSON.stringify({ fileName: project.fileName, folder: project.folder }),
    );
}

/** Opens the noted project when the backend, started anew, has none open. Failing that, the start screen shows. */
export async function resumeProject(): Promise<void> {
  const noted = sessionStorage.getItem(KEY);
  if (noted === null) return;
  try {
    if ((await rpc.projects.current()) !== null) return;
    const { fileName, folder } = JSON.parse(noted) as Pick<ProjectInfo, "fileName" | "folder">;
    const recent = await rpc.projects.listRecent();
    const entry = recent.find((each) => each.fileName === fileName && each.folder === folder);
    if (entry) await rpc.projects.open({ recentId: entry.recentId });
  } catch (error) {
    console.warn(error);
  }
}
