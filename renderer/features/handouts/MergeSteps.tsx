import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type {
  InspectedBundle,
  LabelChoice,
  MergeCounts,
} from "../../../shared/features/handouts/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { undo } from "../../client/undo.ts";
import { Button, ErrorNotice } from "../../ui/index.ts";
import { MergePreview } from "./MergePreview.tsx";
import { SenderCheck } from "./SenderCheck.tsx";
import { firstChoices, UnknownLabels } from "./UnknownLabels.tsx";

function tellMerged({ sender: { name }, alreadyMerged }: InspectedBundle, counts: MergeCounts) {
  const { added, agreed, disputed } = counts;
  // Nothing that undo could take back: it would take back what was done before.
  if (alreadyMerged && added + agreed + disputed === 0) {
    showToast({ tone: "info", title: t("handouts.merge.nothing") });
    return;
  }
  showToast({
    tone: "success",
    title: t("handouts.merge.done", { name }),
    text: t("handouts.merge.doneText", { added, agreed, disputed }),
    action: { label: t("common.undo"), run: () => void undo() },
  });
}

/** From a return that was found whole: whose it is, what becomes of its labels, what merging does, and doing it. */
export function MergeSteps(props: { inspected: InspectedBundle; onClose: () => void }) {
  const { inspected } = props;
  const { inspectionId, sender } = inspected;
  const [trusted, setTrusted] = useState(false);
  const [labels, setLabels] = useState<LabelChoice[]>(() => firstChoices(inspected.unknownLabels));
  const preview = useQuery({
    ...orpc.handouts.previewMerge.queryOptions({ input: { inspectionId, labels } }),
    placeholderData: (before) => before,
  });
  const merge = useMutation({
    ...orpc.handouts.merge.mutationOptions({
      onSuccess: async (counts) => {
        props.onClose();
        tellMerged(inspected, counts);
        await refreshProject();
      },
    }),
    meta: { showsItsOwnError: true },
  });
  const isPossible = (sender.known || trusted) && !merge.isPending && preview.isSuccess;
  return (
    <div className="flex flex-col gap-4 pb-4">
      <SenderCheck inspected={inspected} trusted={trusted} onTrust={setTrusted} />
      {inspected.unknownLabels.length > 0 ? (
        <UnknownLabels labels={inspected.unknownLabels} choices={labels} onChoose={setLabels} />
      ) : null}
      {preview.data ? (
        <MergePreview counts={preview.data} name={sender.name} again={inspected.alreadyMerged} />
      ) : null}
      {preview.isError ? <ErrorNotice error={preview.error} /> : null}
      {merge.isError ? <ErrorNotice error={merge.error} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={props.onClose}>{t("common.cancel")}</Button>
        <Button
          look="primary"
          writes
          disabled={!isPossible}
          onClick={() => merge.mutate({ inspectionId, trust: trusted, labels })}
        >
          {t(merge.isPending ? "handouts.merge.doing" : "handouts.merge.do")}
        </Button>
      </div>
    </div>
  );
}
