import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { ProviderId } from "../../../shared/features/providers/contract.ts";
import { closingState } from "../../../shared/features/providers/closing.ts";
import { textOf } from "../../client/errors.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Notice, TextField } from "../../ui/index.ts";

/** The base model: chosen from what the service lists, or typed when it lists nothing useful. */
export function ModelChoice(props: {
  providerId: ProviderId;
  connectionId: string;
  model: string;
  onChange: (model: string) => void;
}) {
  const listId = useId();
  const models = useQuery(
    orpc.providers.listBaseModels.queryOptions({
      input: { providerId: props.providerId, connectionId: props.connectionId },
    }),
  );
  const [nowMs] = useState(() => Date.now());
  const chosen = models.data?.find((each) => each.model === props.model);
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={t("training.model.label")}
        hint={[
          models.isError ? textOf(models.error).what : "",
          t("training.model.hint", { count: models.data?.length ?? 0 }),
        ].join(" ")}
        fieldClassName="w-96"
        list={listId}
        spellCheck={false}
        value={props.model}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id={listId}>
        {models.data?.map((each) => (
          <option key={each.model} value={each.model}>
            {each.model}
          </option>
        ))}
      </datalist>
      {chosen && closingState(chosen.shutdownDate, nowMs) !== "open" ? (
        <Notice tone="warning">{t("training.model.closing", { date: chosen.shutdownDate })}</Notice>
      ) : null}
    </div>
  );
}
