import { connectionBack } from "./connection.ts";
import { refreshProject } from "./query-client.ts";
import { resumeProject } from "./resume-project.ts";
import { t } from "./text.ts";
import { showToast } from "./toasts.ts";

/** The backend answers again: the project is opened as it was, and every screen asks anew. */
export async function recover(): Promise<void> {
  await resumeProject();
  connectionBack();
  await refreshProject();
  showToast({ tone: "success", topic: "connection", title: t("common.connectionBack") });
}
