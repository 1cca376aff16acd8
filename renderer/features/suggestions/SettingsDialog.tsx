import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type {
  DeskSettings,
  SuggestionSource,
} from "../../../shared/features/annotations/desk-settings.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice, RadioCard, TextField } from "../../ui/index.ts";
import { ConnectedModel, isComplete } from "./ConnectedModel.tsx";
import { forgetSuggestions } from "./suggestions.ts";

interface SettingsDialogProps {
  settings: DeskSettings;
  onClose: () => void;
}

const MOST_PERCENT = 50;
const percentOf = (share: number): string => String(Math.round(share * 100));

/** A share as it was typed; null for what is none. */
function shareOf(percent: string): number | null {
  const value = Number(percent);
  const isFit = percent.trim() !== "" && value >= 0 && value <= MOST_PERCENT;
  return isFit ? value / 100 : null;
}

/** Who proposes answers, how often help stays away, and how often one's own answers are asked again. */
export function SettingsDialog({ settings, onClose }: SettingsDialogProps) {
  const [source, setSource] = useState(settings.suggestionsFrom);
  const [blind, setBlind] = useState(percentOf(settings.blindShare));
  const [recheck, setRecheck] = useState(percentOf(settings.recheckShare));
  const save = useMutation(
    orpc.annotations.saveSettings.mutationOptions({
      meta: { showsItsOwnError: true },
      async onSuccess() {
        forgetSuggestions();
        await refreshProject();
        onClose();
      },
    }),
  );
  const [blindShare, recheckShare] = [shareOf(blind), shareOf(recheck)];
  const isFit = blindShare !== null && recheckShare !== null && isComplete(source);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("suggestions.settings.title")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            writes
            look="primary"
            disabled={!isFit || save.isPending}
            onClick={() =>
              isFit && save.mutate({ suggestionsFrom: source, blindShare, recheckShare })
            }
          >
            {t("common.save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <SourceChoice source={source} onChange={setSource} />
        {source.kind === "off" ? null : (
          <TextField
            label={t("suggestions.settings.blind")}
            hint={t("suggestions.settings.blindHint", { most: MOST_PERCENT })}
            inputMode="numeric"
            aria-invalid={blindShare === null}
            className="max-w-20"
            value={blind}
            onChange={(event) => setBlind(event.target.value)}
          />
        )}
        <TextField
          label={t("suggestions.settings.recheck")}
          hint={t("suggestions.settings.recheckHint", { most: MOST_PERCENT })}
          inputMode="numeric"
          aria-invalid={recheckShare === null}
          className="max-w-20"
          value={recheck}
          onChange={(event) => setRecheck(event.target.value)}
        />
        {save.isError ? <ErrorNotice error={save.error} /> : null}
      </div>
    </Dialog>
  );
}

function SourceChoice(props: {
  source: SuggestionSource;
  onChange: (source: SuggestionSource) => void;
}) {
  const { source, onChange } = props;
  const connections = useQuery(orpc.providers.listConnections.queryOptions()).data ?? [];
  const [first] = connections;
  const card = (kind: SuggestionSource["kind"], onChoose: () => void) => (
    <RadioCard
      name="suggestions-from"
      title={t(`suggestions.settings.${kind}`)}
      text={t(`suggestions.settings.${kind}.text`)}
      checked={source.kind === kind}
      onChoose={onChoose}
    />
  );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t("suggestions.settings.from")}</legend>
      {card("instant", () => onChange({ kind: "instant" }))}
      {first || source.kind === "connection"
        ? card("connection", () =>
            onChange({ kind: "connection", connectionId: first?.connectionId ?? "", model: "" }),
          )
        : null}
      {source.kind === "connection" ? (
        <ConnectedModel source={source} connections={connections} onChange={onChange} />
      ) : null}
      {card("off", () => onChange({ kind: "off" }))}
    </fieldset>
  );
}
