import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { CheckReport, Finding } from "../../../shared/features/checks/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { undo } from "../../client/undo.ts";
import { goTo, type Place } from "../../navigation/navigation.ts";
import { Button, Dialog } from "../../ui/index.ts";

/** Where the fix of a finding is done; null for the one that is done right here. */
function placeOf(finding: Finding, counts: CheckReport["counts"]): Place | null {
  const { findingId } = finding;
  switch (finding.fix) {
    case "labelThese":
    case "reviewThese":
    case "shorten":
      return { step: "label", queue: "all", filter: { findingId } };
    case "labelMore":
      return counts.unlabelled > 0 ? { step: "label", queue: "unlabelled" } : { step: "bring" };
    case "bringMore":
      return { step: "bring" };
    case "removeLabel":
      return { step: "define" };
    case "regroup":
      return { step: "train" };
    case "removeDuplicates":
      return null;
  }
}

/** The one thing to do about a finding. */
export function FixButton(props: {
  finding: Finding;
  counts: CheckReport["counts"];
  /** Called when the fix is done already, without leaving the screen. */
  onFixed: () => void;
}) {
  const { finding } = props;
  const place = placeOf(finding, props.counts);
  if (place === null) return <RemoveDuplicates finding={finding} onFixed={props.onFixed} />;
  return <Button onClick={() => goTo(place)}>{t(`checks.fix.${finding.fix}`)}</Button>;
}

function RemoveDuplicates({ finding, onFixed }: { finding: Finding; onFixed: () => void }) {
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    orpc.examples.removeDuplicates.mutationOptions({
      onSuccess: async ({ changed }) => {
        setAsking(false);
        showToast({
          tone: "success",
          title: t("checks.duplicates.removed", { changed }),
          action: { label: t("common.undo"), run: () => void undo() },
        });
        await refreshProject();
        onFixed();
      },
    }),
  );
  const surplus = finding.params["surplus"] ?? finding.examples;
  return (
    <>
      <Button writes onClick={() => setAsking(true)}>
        {t("checks.fix.removeDuplicates")}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t("checks.duplicates.title", { surplus })}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t("common.cancel")}</Button>
            <Button look="primary" disabled={remove.isPending} onClick={() => remove.mutate({})}>
              {t("checks.fix.removeDuplicates")}
            </Button>
          </>
        }
      >
        <p className="pb-3">{t("checks.duplicates.text")}</p>
      </Dialog>
    </>
  );
}
