import type { TaskType } from "../../shared/features/projects/task-type.ts";
import { BringPage } from "./bring-page.ts";
import { Screen } from "./screen.ts";
import { t } from "./texts.ts";

/** Before a project is open. */
export class StartPage extends Screen {
  get title() {
    return this.heading("projects.start.title");
  }

  get newProjectDialog() {
    return this.dialog("projects.new.title");
  }

  async openNewProjectDialog(): Promise<void> {
    await this.button("projects.start.new").first().click();
    await this.newProjectDialog.waitFor();
  }

  async createProject(name: string, taskType: TaskType): Promise<BringPage> {
    await this.openNewProjectDialog();
    const dialog = this.newProjectDialog;
    await dialog.getByRole("textbox", { name: t("projects.new.name") }).fill(name);
    await dialog.getByRole("radio", { name: t(`projects.taskType.${taskType}.name`) }).check();
    await dialog.getByRole("button", { name: t("projects.new.create") }).click();
    return this.#arrive();
  }

  /** Gives Tacit a project file; what comes of it is for the test to see. */
  async openProjectFile(path: string): Promise<void> {
    await this.tacit.chooseFile(path, () => this.button("projects.start.open").click());
  }

  async openSample(sampleId: "bank-questions" | "medical-questions"): Promise<BringPage> {
    const name = t(`projects.sample.${sampleId}.name`);
    await this.button("projects.sample.openNamed", { name }).click();
    return this.#arrive();
  }

  async #arrive(): Promise<BringPage> {
    const bring = new BringPage(this.tacit);
    await bring.title.waitFor();
    return bring;
  }
}
