import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { goTo, useNavigation } from "../../navigation/navigation.ts";
import { Button, EmptyState, ErrorNotice, ScreenFrame } from "../../ui/index.ts";
import { ComparisonPicker } from "./ComparisonPicker.tsx";
import { ComparisonView } from "./ComparisonView.tsx";
import { StartComparison } from "./StartComparison.tsx";

/** Base against tuned on examples that neither has seen; blind where people judge. */
export function CompareScreen() {
  const runs = useQuery(orpc.training.list.queryOptions());
  const comparisons = useQuery(orpc.comparisons.list.queryOptions());
  const wanted = useNavigation((state) => state.place.subjectId);
  if (runs.isError) return <ErrorNotice error={runs.error} />;
  if (!runs.data || !comparisons.data) return null;
  const trained = runs.data.filter((run) => run.state === "done");
  const run = trained.find((each) => each.jobId === wanted) ?? trained[0];
  const comparison = comparisons.data.find((each) => each.trainingJobId === run?.jobId);
  return (
    <ScreenFrame
      wide
      title={t("common.step.compare")}
      lead={t("comparisons.lead")}
      actions={run ? <ComparisonPicker runs={trained} chosen={run} /> : null}
    >
      {run ? null : (
        <EmptyState
          title={t("comparisons.nothingTrained.title")}
          text={t("comparisons.nothingTrained.text")}
          action={
            <Button look="primary" onClick={() => goTo({ step: "train" })}>
              {t("comparisons.nothingTrained.action")}
            </Button>
          }
        />
      )}
      {run && !comparison ? <StartComparison run={run} /> : null}
      {run && comparison ? (
        <ComparisonView key={comparison.comparisonId} comparison={comparison} run={run} />
      ) : null}
    </ScreenFrame>
  );
}
