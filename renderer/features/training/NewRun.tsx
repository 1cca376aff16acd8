import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ProviderInfo } from "../../../shared/features/providers/contract.ts";
import type { TrainingTarget } from "../../../shared/features/training/contract.ts";
import type { DatasetVersion } from "../../../shared/features/versions/contract.ts";
import { serviceTraits } from "../../../shared/features/providers/service-traits.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, ErrorNotice, Notice, Panel, Select } from "../../ui/index.ts";
import { ConnectionChoice } from "./ConnectionChoice.tsx";
import { EstimateLine } from "./EstimateLine.tsx";
import { HyperparameterFields } from "./HyperparameterFields.tsx";
import { LeavingDialog } from "./LeavingDialog.tsx";
import { ModelChoice } from "./ModelChoice.tsx";
import { ProviderChoice } from "./ProviderChoice.tsx";

interface Draft {
  versionId: string;
  providerId: ProviderInfo["providerId"];
  connectionId: string | null;
  baseModel: string;
  hyperparameters: TrainingTarget["hyperparameters"];
}

function targetOf(draft: Draft, provider: ProviderInfo | undefined): TrainingTarget | null {
  if (!provider) return null;
  const { needsConnection } = provider.capabilities;
  if (needsConnection && (draft.connectionId === null || draft.baseModel.trim() === ""))
    return null;
  return {
    versionId: draft.versionId,
    providerId: draft.providerId,
    baseModel: needsConnection ? draft.baseModel.trim() : "instant",
    hyperparameters: draft.hyperparameters,
    ...(draft.connectionId === null || !needsConnection
      ? {}
      : { connectionId: draft.connectionId }),
  };
}

/** Whether this kind of task can be trained there at all; asked before anything is shown or sent. */
function mayTrain(
  provider: ProviderInfo | undefined,
  versions: readonly DatasetVersion[],
  versionId: string,
): boolean {
  const version = versions.find((each) => each.versionId === versionId);
  return !provider || !version || provider.capabilities.taskTypes.includes(version.taskType);
}

/** Choose a version, who trains it and on what; nothing starts before the sheet was seen. */
export function NewRun(props: { versions: DatasetVersion[] }) {
  const providers = useQuery(orpc.providers.list.queryOptions());
  const newest = props.versions[0];
  const [draft, setDraft] = useState<Draft>({
    versionId: newest?.versionId ?? "",
    providerId: "instant",
    connectionId: null,
    baseModel: "",
    hyperparameters: {},
  });
  const [seesSheet, setSeesSheet] = useState(false);
  const connections = useQuery(orpc.providers.listConnections.queryOptions()).data;
  const baseUrl =
    connections?.find((each) => each.connectionId === draft.connectionId)?.baseUrl ?? "";
  const provider = providers.data?.find((each) => each.providerId === draft.providerId);
  const versionId = props.versions.some((version) => version.versionId === draft.versionId)
    ? draft.versionId
    : (newest?.versionId ?? "");
  const target = targetOf({ ...draft, versionId }, provider);
  const isUnfit = !mayTrain(provider, props.versions, versionId);
  const change = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  if (providers.isError) return <ErrorNotice error={providers.error} />;
  if (!providers.data) return null;
  return (
    <Panel title={t("training.new.title")}>
      <div className="flex flex-col gap-4">
        <VersionSelect
          versions={props.versions}
          chosen={versionId}
          onChoose={(chosen) => change({ versionId: chosen })}
        />
        <ProviderChoice
          providers={providers.data}
          chosen={draft.providerId}
          onChoose={(providerId) => change({ providerId })}
        />
        {isUnfit ? <Notice tone="warning">{t("training.notThisTask")}</Notice> : null}
        {provider?.capabilities.needsConnection ? (
          <ConnectionChoice
            providerId={provider.providerId}
            chosen={draft.connectionId}
            onChoose={(connectionId) => change({ connectionId })}
          />
        ) : null}
        {provider?.capabilities.needsConnection && draft.connectionId ? (
          <>
            <ModelChoice
              providerId={provider.providerId}
              connectionId={draft.connectionId}
              model={draft.baseModel}
              onChange={(baseModel) => change({ baseModel })}
            />
            <HyperparameterFields
              available={provider.capabilities.hyperparameters}
              values={draft.hyperparameters}
              learningRateIsAbsolute={serviceTraits(baseUrl).learningRateIsAbsolute}
              onChange={(hyperparameters) => change({ hyperparameters })}
            />
          </>
        ) : null}
        <div className="flex items-center justify-between gap-4 border-t border-line pt-4">
          <div className="min-w-0">
            {target && !isUnfit ? <EstimateLine target={target} /> : null}
          </div>
          <Button
            writes
            look="primary"
            disabled={!target || isUnfit}
            onClick={() => setSeesSheet(true)}
          >
            {t("training.new.next")}
          </Button>
        </div>
      </div>
      {seesSheet && target && provider ? (
        <LeavingDialog target={target} provider={provider} onClose={() => setSeesSheet(false)} />
      ) : null}
    </Panel>
  );
}

function VersionSelect(props: {
  versions: DatasetVersion[];
  chosen: string;
  onChoose: (versionId: string) => void;
}) {
  return (
    <Select
      label={t("training.new.version")}
      fieldClassName="w-96"
      value={props.chosen}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      {props.versions.map((version) => (
        <option key={version.versionId} value={version.versionId}>
          {t("training.versionOption", { number: version.number, rows: version.counts.train })}
        </option>
      ))}
    </Select>
  );
}
