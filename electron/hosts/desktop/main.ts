import { app } from "electron";
import { Application } from "./application.ts";
import { registerAppScheme } from "./protocol.ts";

// Also decides whose instance this is: the lock belongs to the folder.
const appDir = process.env["TACIT_APP_DIR"];
if (appDir !== undefined) app.setPath("userData", appDir);

if (app.requestSingleInstanceLock()) {
  registerAppScheme();
  app.enableSandbox();
  new Application().run();
} else {
  app.quit();
}
