import { contextBridge, ipcRenderer, webUtils } from "electron";
import {
  CONNECT_MESSAGE,
  type DesktopCommand,
  type DesktopPlatform,
  PORT_MESSAGE,
} from "#shared/platform.ts";
import { IPC } from "../hosts/desktop/messages.ts";

let listener: ((command: DesktopCommand) => void) | null = null;
let unheard: DesktopCommand[] = [];
ipcRenderer.on(IPC.command, (_event, command: DesktopCommand) => {
  if (listener) listener(command);
  else unheard.push(command);
});

const platform: DesktopPlatform = {
  kind: "desktop",
  pickFile: (choice) => ipcRenderer.invoke(IPC.pickFile, choice),
  pickFolder: () => ipcRenderer.invoke(IPC.pickFolder),
  pickDataFolder: () => ipcRenderer.invoke(IPC.pickDataFolder),
  grantDropped: (file) => ipcRenderer.invoke(IPC.grantDropped, webUtils.getPathForFile(file)),
  grantText: (name, text) => ipcRenderer.invoke(IPC.grantText, name, text),
  saveDownload: (downloadId, suggestedName) =>
    ipcRenderer.invoke(IPC.saveDownload, downloadId, suggestedName),
  onCommand(listen) {
    listener = listen;
    for (const command of unheard) listen(command);
    unheard = [];
    return () => {
      if (listener === listen) listener = null;
    };
  },
};
contextBridge.exposeInMainWorld("tacit", platform);

// A MessagePort cannot pass the context bridge; a message to the page's own window can carry it.
window.addEventListener("message", (event) => {
  if (event.source === window && event.data === CONNECT_MESSAGE)
    void ipcRenderer.invoke(IPC.connect);
});
ipcRenderer.on(IPC.port, (event) => window.postMessage(PORT_MESSAGE, "*", event.ports));
