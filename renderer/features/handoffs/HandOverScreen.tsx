import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatsFor, type HandoffFormat } from "../../../shared/features/handoffs/formats.ts";
import type { DatasetVersion } from "../../../shared/features/versions/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { platform } from "../../platform/platform.ts";
import {
  Button,
  EmptyState,
  ErrorNotice,
  Panel,
  RadioCard,
  ScreenFrame,
  Select,
} from "../../ui/index.ts";
import { HandoffResult } from "./HandoffResult.tsx";

/** Files that an ML team loads at once. */
export function HandOverScreen() {
  const versions = useQuery(orpc.versions.list.queryOptions());
  const newestFirst = versions.data?.toSorted((a, b) => b.number - a.number);
  return (
    <ScreenFrame title={t("common.step.handOver")} lead={t("handoffs.lead")}>
      {newestFirst?.length === 0 ? (
        <EmptyState
          title={t("handoffs.noVersion.title")}
          text={t("handoffs.noVersion.text")}
          action={
            <Button look="primary" onClick={() => goTo({ step: "train" })}>
              {t("handoffs.noVersion.action")}
            </Button>
          }
        />
      ) : null}
      {newestFirst && newestFirst.length > 0 ? <HandoffForm versions={newestFirst} /> : null}
    </ScreenFrame>
  );
}

function HandoffForm(props: { versions: DatasetVersion[] }) {
  const [versionId, setVersionId] = useState(props.versions[0]?.versionId ?? "");
  const [wanted, setWanted] = useState<HandoffFormat | null>(null);
  const version = props.versions.find((each) => each.versionId === versionId);
  const formats = formatsFor(version?.taskType ?? "classify");
  const format = wanted && formats.includes(wanted) ? wanted : (formats[0] ?? "jsonl");
  const create = useMutation(
    orpc.handoffs.create.mutationOptions({
      meta: { showsItsOwnError: true },
      onSuccess: () => refreshProject(),
    }),
  );
  async function write() {
    const folder = platform.kind === "desktop" ? await platform.pickFolder() : null;
    if (platform.kind === "desktop" && !folder) return;
    create.mutate({ versionId, format, ...(folder ? { folderId: folder.fileId } : {}) });
  }
  return (
    <>
      <Panel title={t("handoffs.form.title")}>
        <div className="flex flex-col gap-4">
          <Select
            label={t("handoffs.form.version")}
            fieldClassName="w-80"
            value={versionId}
            onChange={(event) => setVersionId(event.target.value)}
          >
            {props.versions.map((each) => (
              <option key={each.versionId} value={each.versionId}>
                {t("handoffs.form.versionOption", {
                  number: each.number,
                  rows: each.counts.train + each.counts.validation + each.counts.test,
                })}
              </option>
            ))}
          </Select>
          <FormatChoice formats={formats} chosen={format} onChoose={setWanted} />
          <div className="flex items-center justify-between gap-4 border-t border-line pt-4">
            <p className="text-sm text-muted">{t("handoffs.form.always")}</p>
            <Button look="primary" disabled={create.isPending} onClick={() => void write()}>
              {t(
                platform.kind === "desktop" ? "handoffs.form.chooseFolder" : "handoffs.form.write",
              )}
            </Button>
          </div>
        </div>
      </Panel>
      {create.isError ? <ErrorNotice error={create.error} /> : null}
      {create.data ? <HandoffResult handoff={create.data} /> : null}
    </>
  );
}

function FormatChoice(props: {
  formats: readonly HandoffFormat[];
  chosen: HandoffFormat;
  onChoose: (format: HandoffFormat) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("handoffs.format.legend")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {props.formats.map((format) => (
          <RadioCard
            key={format}
            name="format"
            checked={format === props.chosen}
            onChoose={() => props.onChoose(format)}
            title={t(`handoffs.format.${format}.name`)}
            text={t(`handoffs.format.${format}.text`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
