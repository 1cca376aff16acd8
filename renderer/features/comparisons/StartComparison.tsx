import { useMutation } from "@tanstack/react-query";
import type { TrainingRun } from "../../../shared/features/training/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, EmptyState, ErrorNotice } from "../../ui/index.ts";
import { modelName } from "./model-name.ts";

/** Lets both models answer the test examples; their answers are kept for good. */
export function StartComparison(props: { run: TrainingRun }) {
  const start = useMutation(
    orpc.comparisons.start.mutationOptions({
      meta: { showsItsOwnError: true },
      onSuccess: () => refreshProject(),
    }),
  );
  return (
    <>
      <EmptyState
        title={t("comparisons.start.title", { model: modelName(props.run) })}
        text={t(
          props.run.connectionName === null
            ? "comparisons.start.textHere"
            : "comparisons.start.textService",
          { service: props.run.connectionName },
        )}
        action={
          <Button
            writes
            look="primary"
            size="large"
            disabled={start.isPending}
            onClick={() => start.mutate({ trainingJobId: props.run.jobId })}
          >
            {t("comparisons.start.action")}
          </Button>
        }
      />
      {start.isError ? <ErrorNotice error={start.error} /> : null}
    </>
  );
}
