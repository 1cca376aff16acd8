import type { SuggestionSource } from "../../../shared/features/annotations/desk-settings.ts";
import type { Connection } from "../../../shared/features/providers/contract.ts";
import { t } from "../../client/text.ts";
import { Select, TextField } from "../../ui/index.ts";

type Source = Extract<SuggestionSource, { kind: "connection" }>;

/** A connected model needs a connection and a name. */
export const isComplete = (source: SuggestionSource): boolean =>
  source.kind !== "connection" || (source.connectionId !== "" && source.model.trim() !== "");

/** Which model of which connection proposes. */
export function ConnectedModel(props: {
  source: Source;
  connections: readonly Connection[];
  onChange: (source: Source) => void;
}) {
  const { source, connections, onChange } = props;
  return (
    <div className="flex flex-col gap-3 border-l-2 border-line py-1 pl-4">
      <Select
        label={t("suggestions.settings.service")}
        value={source.connectionId}
        onChange={(event) => onChange({ ...source, connectionId: event.target.value })}
      >
        {connections.map(({ connectionId, name }) => (
          <option key={connectionId} value={connectionId}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        label={t("suggestions.settings.model")}
        hint={t("suggestions.settings.modelHint")}
        maxLength={200}
        value={source.model}
        onChange={(event) => onChange({ ...source, model: event.target.value })}
      />
    </div>
  );
}
