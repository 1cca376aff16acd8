import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, ErrorNotice, TextField } from "../../ui/index.ts";

/** Before anything is signed: who signs it. */
export function NameFirst() {
  const [name, setName] = useState("");
  const add = useMutation({
    ...orpc.handouts.addPerson.mutationOptions({ onSuccess: () => refreshProject() }),
    meta: { showsItsOwnError: true },
  });
  return (
    <form
      className="flex flex-col gap-3 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") add.mutate({ name });
      }}
    >
      <p>{t("handouts.you.nobody")}</p>
      <div className="flex items-end gap-2">
        <TextField
          label={t("handouts.people.name")}
          fieldClassName="flex-1"
          placeholder={t("handouts.people.namePlaceholder")}
          value={name}
          maxLength={100}
          dir="auto"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" look="primary" disabled={name.trim() === "" || add.isPending}>
          {t("handouts.people.add")}
        </Button>
      </div>
      <p className="text-xs text-muted">{t("handouts.you.why")}</p>
      {add.isError ? <ErrorNotice error={add.error} /> : null}
    </form>
  );
}
