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
  const [name, setName] = useState(props.connection?.name ?? "");
  const [baseUrl, setBaseUrl] = useState(props.connection?.baseUrl ?? "");
  const [apiKey, setApiKey] = useState("");
  const preset = CONNECTION_PRESETS.find((each) => each.baseUrl === baseUrl);
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
        <div
          className="flex flex-wrap gap-1.5"
          role="group"
          aria-label={t("training.connection.presets")}
        >
          {CONNECTION_PRESETS.map((each) => (
            <Button
              key={each.name}
              size="small"
              onClick={() => {
                setName(each.name);
                setBaseUrl(each.baseUrl);
              }}
            >
              {each.name}
            </Button>
          ))}
        </div>
        {preset ? <Notice>{t(`providers.preset.${preset.presetId}`)}</Notice> : null}
        <TextField
          label={t("training.connection.name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t("training.connection.baseUrl")}
          hint={t("training.connection.baseUrlHint")}
          value={baseUrl}
          inputMode="url"
          spellCheck={false}
          onChange={(event) => setBaseUrl(event.target.value)}
        />
        <TextField
          type="password"
          autoComplete="off"
          label={t("training.connection.key")}
          hint={t(
            props.connection && props.connection.key !== "missing"
              ? "training.connection.keyKept"
              : "training.connection.keyHint",
          )}
          value={apiKey}
          onChange={(event) => setApiKey(event.target.value)}
        />
        {save.isError ? <ErrorNotice error={save.error} /> : null}
      </div>
    </Dialog>
  );
}
