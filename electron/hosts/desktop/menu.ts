import { Menu, type MenuItemConstructorOptions } from "electron";
import type { DesktopCommand } from "#shared/platform.ts";
import { type MessageKey, translate } from "#shared/messages/translate.ts";

type PlainCommand = Exclude<DesktopCommand["name"], "openFile">;

/** The menu: the system's own roles, and the application's commands, which the screens carry out. */
export function createMenu(send: (command: DesktopCommand) => void): Menu {
  const isMac = process.platform === "darwin";
  const command = (
    name: PlainCommand,
    label: MessageKey,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({
    id: name,
    label: translate(label),
    click: () => send({ name }),
    ...more,
  });
  const separator: MenuItemConstructorOptions = { type: "separator" };
  const file: MenuItemConstructorOptions[] = [
    command("newProject", "desktop.menu.newProject", { accelerator: "CmdOrCtrl+N" }),
    command("openProject", "desktop.menu.openProject", { accelerator: "CmdOrCtrl+O" }),
    command("closeProject", "desktop.menu.closeProject"),
    separator,
    { role: isMac ? "close" : "quit" },
  ];
  // The page sees these keys itself; registering them would take undo away from text fields.
  const edit: MenuItemConstructorOptions[] = [
    command("undo", "desktop.menu.undo", {
      accelerator: "CmdOrCtrl+Z",
      registerAccelerator: false,
    }),
    command("redo", "desktop.menu.redo", {
      accelerator: isMac ? "Shift+Cmd+Z" : "Ctrl+Y",
      registerAccelerator: false,
    }),
    separator,
    { role: "cut" },
    { role: "copy" },
    { role: "paste" },
    { role: "selectAll" },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: "resetZoom" },
    { role: "zoomIn" },
    { role: "zoomOut" },
    separator,
    { role: "togglefullscreen" },
  ];
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: "appMenu" } as const] : []),
    { label: translate("desktop.menu.file"), submenu: file },
    { label: translate("desktop.menu.edit"), submenu: edit },
    { label: translate("desktop.menu.view"), submenu: view },
    { role: "windowMenu" },
  ]);
}
