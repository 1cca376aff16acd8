import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { platform } from "../../platform/platform.ts";
import { Button, Dialog, ErrorNotice, TextField } from "../../ui/index.ts";
import { TaskTypeChoice } from "./TaskTypeChoice.tsx";

export function NewProjectDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const formId = useId();
  const [name, setName] = useState("");
  const [nameMissing, setNameMissing] = useState(false);
  const [taskType, setTaskType] = useState<TaskType>("classify");
  const [folder, setFolder] = useState<FileGrant | null>(null);
  const create = useMutation({
    ...orpc.projects.create.mutationOptions({
      onSuccess: () => {
        goTo({ step: "bring" });
        return refreshProject();
      },
    }),
    meta: { showsItsOwnError: true },
  });

  function submit() {
    setNameMissing(name.trim() === "");
    if (name.trim() === "") return;
    create.mutate({ name, taskType, ...(folder ? { folderId: folder.fileId } : {}) });
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      width="wide"
      title={t("projects.new.title")}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} look="primary" disabled={create.isPending}>
            {t(create.isPending ? "projects.new.creating" : "projects.new.create")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4 pb-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t("projects.new.name")}
          placeholder={t("projects.new.namePlaceholder")}
          value={name}
          maxLength={120}
          dir="auto"
          aria-invalid={nameMissing}
          hint={
            nameMissing ? (
              <span className="text-danger">{t("projects.new.nameMissing")}</span>
            ) : null
          }
          onChange={(event) => setName(event.target.value)}
        />
        <TaskTypeChoice legend={t("projects.new.task")} value={taskType} onChange={setTaskType} />
        <WhereSaved folder={folder} onChoose={setFolder} />
        {create.isError ? <ErrorNotice error={create.error} /> : null}
      </form>
    </Dialog>
  );
}

function WhereSaved(props: { folder: FileGrant | null; onChoose: (folder: FileGrant) => void }) {
  async function choose() {
    const folder = await platform.pickFolder();
    if (folder) props.onChoose(folder);
  }
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm font-medium">{t("projects.new.where")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <p className="break-all">{props.folder?.name ?? t("projects.new.tacitFolder")}</p>
        {platform.kind === "desktop" ? (
          <Button size="small" onClick={() => void choose()}>
            {t("projects.new.chooseFolder")}
          </Button>
        ) : null}
      </div>
      <p className="text-xs text-muted">
        {platform.kind === "web" ? `${t("projects.start.web")} ` : ""}
        {t("projects.new.oneFile")}
      </p>
    </div>
  );
}
