import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import type { ProjectInfo } from "../../../shared/features/projects/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { rpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice, TextArea, TextField } from "../../ui/index.ts";

type Form = Pick<ProjectInfo, "name" | "description" | "licence" | "attribution">;

/** Saves only what changed, so that undo takes back only that. */
async function save(project: ProjectInfo, form: Form): Promise<void> {
  const { name, ...about } = form;
  if (name.trim() !== project.name) await rpc.projects.rename({ name });
  const changed = Object.entries(about).some(([key, text]) => project[key as keyof Form] !== text);
  if (changed) await rpc.projects.describe(about);
}

/** Name of the project, and what the data is and where it comes from. */
export function ProjectSettings(props: {
  project: ProjectInfo;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const formId = useId();
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t("projects.settings.title")}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t("common.cancel")}</Button>
          <Button writes type="submit" form={formId} look="primary">
            {t("common.save")}
          </Button>
        </>
      }
    >
      <SettingsForm
        formId={formId}
        project={props.project}
        onSaved={() => props.onOpenChange(false)}
      />
    </Dialog>
  );
}

/** Apart from the dialog, so that it starts from the saved texts each time the dialog opens. */
function SettingsForm(props: { formId: string; project: ProjectInfo; onSaved: () => void }) {
  const { project } = props;
  const [form, setForm] = useState<Form>(project);
  const saving = useMutation({
    mutationFn: () => {
      const { name, description, licence, attribution } = form;
      return save(project, { name, description, licence, attribution });
    },
    onSuccess: async () => {
      await refreshProject();
      props.onSaved();
    },
    meta: { showsItsOwnError: true },
  });
  const field = (key: keyof Form, maxLength: number) => ({
    value: form[key],
    maxLength,
    dir: "auto",
    onChange: (event: { target: { value: string } }) =>
      setForm({ ...form, [key]: event.target.value }),
  });
  return (
    <form
      id={props.formId}
      className="flex flex-col gap-3 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <TextField label={t("projects.settings.name")} required {...field("name", 120)} />
      <TextArea
        label={t("projects.settings.description")}
        rows={3}
        {...field("description", 4000)}
      />
      <TextField
        label={t("projects.settings.licence")}
        hint={t("projects.settings.licenceHint")}
        {...field("licence", 200)}
      />
      <TextArea
        label={t("projects.settings.attribution")}
        hint={t("projects.settings.attributionHint")}
        rows={2}
        {...field("attribution", 2000)}
      />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm">
        <Fact name={t("projects.settings.file")}>
          {project.folder}/{project.fileName}
        </Fact>
        <Fact name={t("projects.settings.created")}>{formatDateTime(project.createdAtMs)}</Fact>
      </dl>
      {saving.isError ? <ErrorNotice error={saving.error} /> : null}
    </form>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{props.name}</dt>
      <dd className="break-all">{props.children}</dd>
    </>
  );
}
