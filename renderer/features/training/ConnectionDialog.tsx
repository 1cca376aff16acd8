import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Connection } from "../../../shared/features/providers/contract.ts";
import { CONNECTION_PRESETS } from "../../../shared/features/providers/presets.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice, Notice, TextField } from "../../ui/index.ts";

/** A service's address and key. The key goes to the backend once and is never shown again. */
export function ConnectionDialog(props: {
  connection: Connection | null;
  onClose: () => void;
  onSaved: (connectionId: string) => void;
}) {
  const [draft, setDraft] = useState<ConnectionDraft>({
    name: props.connection?.name ?? "",
    baseUrl: props.connection?.baseUrl ?? "",
    apiKey: "",
  });
  const { name, baseUrl, apiKey } = draft;
  const save = useMutation(
    orpc.providers.saveConnection.mutationOptions({
      meta: { showsItsOwnError: true },
      onSuccess: async (saved) => {
        await refreshProject();
        props.onSaved(saved.connectionId);
        props.onClose();
      },
    }),
  );
  const ready = name.trim() !== "" && URL.canParse(baseUrl);
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={t("training.connection.dialogTitle")}
      description={t("training.connection.dialogText")}
      footer={
        <>
          <Button onClick={props.onClose}>{t("common.cancel")}</Button>
          <Button
            look="primary"
            disabled={!ready || save.isPending}
            onClick={() =>
              save.mutate({
                name,
                baseUrl,
                ...(props.connection ? { connectionId: props.connection.connectionId } : {}),
                ...(apiKey === "" ? {} : { apiKey }),
              })
            }
          >
            {t("common.save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <ConnectionFields draft={draft} stored={props.connection} onChange={setDraft} />
        {save.isError ? <ErrorNotice error={save.error} /> : null}
      </div>
    </Dialog>
  );
}

interface ConnectionDraft {
  name: string;
  baseUrl: string;
  apiKey: string;
}

function ConnectionFields(props: {
  draft: ConnectionDraft;
  stored: Connection | null;
  onChange: (draft: ConnectionDraft) => void;
}) {
  const { draft, stored, onChange } = props;
  const preset = CONNECTION_PRESETS.find((each) => each.baseUrl === draft.baseUrl);
  return (
    <>
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="mb-1 text-sm font-medium">{t("training.connection.presets")}</legend>
        {CONNECTION_PRESETS.map((each) => (
          <Button
            key={each.name}
            size="small"
            onClick={() => onChange({ ...draft, name: each.name, baseUrl: each.baseUrl })}
          >
            {each.name}
          </Button>
        ))}
      </fieldset>
      {preset ? <Notice>{t(`providers.preset.${preset.presetId}`)}</Notice> : null}
      <TextField
        label={t("training.connection.name")}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <TextField
        label={t("training.connection.baseUrl")}
        hint={t("training.connection.baseUrlHint")}
        value={draft.baseUrl}
        inputMode="url"
        spellCheck={false}
        onChange={(event) => onChange({ ...draft, baseUrl: event.target.value })}
      />
      <TextField
        type="password"
        autoComplete="off"
        label={t("training.connection.key")}
        hint={t(
          stored && stored.key !== "missing"
            ? "training.connection.keyKept"
            : "training.connection.keyHint",
        )}
        value={draft.apiKey}
        onChange={(event) => onChange({ ...draft, apiKey: event.target.value })}
      />
    </>
  );
}
