import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, EmptyState, ScreenFrame } from "../../ui/index.ts";
import { FreezeDialog } from "./FreezeDialog.tsx";
import { NewRun } from "./NewRun.tsx";
import { RunList } from "./RunList.tsx";
import { VersionPanel } from "./VersionPanel.tsx";

/** Freeze a version, choose where to train, see what would leave the computer, start, watch. */
export function TrainScreen() {
  const versions = useQuery(orpc.versions.list.queryOptions());
  const runs = useQuery(orpc.training.list.queryOptions());
  const journey = useQuery(orpc.projects.journey.queryOptions());
  const [freezing, setFreezing] = useState(false);
  const newestFirst = versions.data?.toSorted((a, b) => b.number - a.number) ?? [];
  const hasAnswers = journey.data?.steps.some((s) => s.step === "label" && s.state !== "todo");
  return (
    <ScreenFrame title={t("common.step.train")} lead={t("training.lead")}>
      {versions.data && journey.data && newestFirst.length === 0 && !hasAnswers ? (
        <EmptyState
          title={t("training.nothingLabelled.title")}
          text={t("training.nothingLabelled.text")}
          action={
            <Button look="primary" onClick={() => goTo({ step: "label" })}>
              {t("training.nothingLabelled.action")}
            </Button>
          }
        />
      ) : versions.data ? (
        <>
          <VersionPanel versions={newestFirst} onFreeze={() => setFreezing(true)} />
          {newestFirst.length > 0 ? <NewRun versions={newestFirst} /> : null}
          {runs.data && runs.data.length > 0 ? <RunList runs={runs.data} /> : null}
        </>
      ) : null}
      {freezing ? <FreezeDialog onClose={() => setFreezing(false)} /> : null}
    </ScreenFrame>
  );
}
