import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Connection, ProviderId } from "../../../shared/features/providers/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, Notice, Select, StoredErrorNotice } from "../../ui/index.ts";
import { ConnectionDialog } from "./ConnectionDialog.tsx";

/** Which service, and whether it lets us in. */
export function ConnectionChoice(props: {
  providerId: ProviderId;
  chosen: string | null;
  onChoose: (connectionId: string | null) => void;
}) {
  const connections = useQuery(orpc.providers.listConnections.queryOptions()).data ?? [];
  const [editing, setEditing] = useState<Connection | "new" | null>(null);
  const access = useMutation(orpc.providers.checkAccess.mutationOptions());
  const remove = useMutation(
    orpc.providers.removeConnection.mutationOptions({
      onSuccess: async () => {
        props.onChoose(null);
        await refreshProject();
      },
    }),
  );
  const chosen = connections.find((each) => each.connectionId === props.chosen);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={t("training.connection.label")}
          fieldClassName="w-72"
          value={props.chosen ?? ""}
          onChange={(event) => {
            access.reset();
            props.onChoose(event.target.value || null);
          }}
        >
          <option value="">{t("training.connection.choose")}</option>
          {connections.map((each) => (
            <option key={each.connectionId} value={each.connectionId}>
              {each.name}
            </option>
          ))}
        </Select>
        <Button onClick={() => setEditing("new")}>{t("training.connection.add")}</Button>
        {chosen ? (
          <>
            <Button onClick={() => setEditing(chosen)}>{t("training.connection.edit")}</Button>
            <Button onClick={() => remove.mutate({ connectionId: chosen.connectionId })}>
              {t("common.remove")}
            </Button>
            <Button
              disabled={access.isPending}
              onClick={() =>
                access.mutate({ providerId: props.providerId, connectionId: chosen.connectionId })
              }
            >
              {t("training.connection.check")}
            </Button>
          </>
        ) : null}
      </div>
      {chosen?.key === "missing" ? (
        <Notice tone="warning">{t("training.connection.keyMissing")}</Notice>
      ) : null}
      {access.data?.state === "ok" ? (
        <Notice tone="success" role="status">
          {t("training.connection.works")}
        </Notice>
      ) : null}
      {access.data?.state === "problem" ? <StoredErrorNotice error={access.data} /> : null}
      {editing ? (
        <ConnectionDialog
          connection={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={props.onChoose}
        />
      ) : null}
    </div>
  );
}
