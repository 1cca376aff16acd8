import { useEffect } from "react";
import type { DesktopCommand } from "../../shared/platform.ts";
import { refreshProject } from "../client/query-client.ts";
import { rpc } from "../client/rpc.ts";
import { redo, undo } from "../client/undo.ts";
import { isFromColleague, useArrivedFile } from "../features/handouts/index.ts";
import { useNewProject, useOpenProject } from "../features/projects/index.ts";
import { platform } from "../platform/platform.ts";
import { isTyping } from "../ui/index.ts";

async function closeProject() {
  await rpc.projects.close();
  await refreshProject();
}

/** In a text field the menu's undo means the text, as it does everywhere else on a desktop. */
function undoTextOrStep(direction: "undo" | "redo") {
  if (isTyping(document.activeElement)) document.execCommand(direction);
  else void (direction === "undo" ? undo() : redo());
}

/** What the desktop's menu, or a file opened from outside, asks for; nothing on the web. */
export function useDesktopCommands(): void {
  const { mutate: open } = useOpenProject();
  useEffect(() => {
    async function obey(command: DesktopCommand) {
      if (command.name === "undo" || command.name === "redo") undoTextOrStep(command.name);
      if (command.name === "closeProject") await closeProject();
      if (command.name === "openFile") {
        const { file } = command;
        if (isFromColleague(file.name)) useArrivedFile.setState({ file });
        else open({ fileId: file.fileId });
      }
      if (command.name === "newProject") {
        await closeProject();
        useNewProject.setState({ open: true });
      }
      if (command.name === "openProject") {
        const file = await platform.pickFile("project");
        if (file) open({ fileId: file.fileId });
      }
    }
    return platform.onCommand((command) => void obey(command));
  }, [open]);
}
