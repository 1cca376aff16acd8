import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { FileGrants } from "../../files/grants.ts";
import { createProjectFile } from "./create-project-file.ts";
import type { ProjectLibrary } from "./library.ts";

interface NewProjectDeps {
  grants: FileGrants;
  library: ProjectLibrary;
  openProject: (path: string) => Promise<ProjectInfo>;
}

/** Makes projects and opens them. */
export function createNewProjects({ grants, library, openProject }: NewProjectDeps) {
  async function createProjectAt(path: string, project: { name: string; taskType: TaskType }) {
    createProjectFile(path, { name: project.name, taskType: project.taskType });
    return openProject(path);
  }
  return {
    createProjectAt,
    createProject: async (input: { name: string; taskType: TaskType; folderId?: string }) => {
      const folder = input.folderId ? grants.getPath(input.folderId, "folder") : undefined;
      return createProjectAt(library.freePath(input.name, folder), input);
    },
  };
}
