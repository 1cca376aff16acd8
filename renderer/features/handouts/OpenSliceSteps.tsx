import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { InspectedBundle } from "../../../shared/features/handouts/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, ErrorNotice } from "../../ui/index.ts";
import { NameFirst } from "./NameFirst.tsx";
import { SenderCheck } from "./SenderCheck.tsx";

/** From a slice that was found whole to a project of one's own to work in. */
export function OpenSliceSteps(props: { inspected: InspectedBundle; onClose: () => void }) {
  const { inspected } = props;
  const [trusted, setTrusted] = useState(false);
  const people = useQuery(orpc.handouts.people.queryOptions()).data;
  const open = useMutation({
    ...orpc.handouts.openSlice.mutationOptions({
      onSuccess: async () => {
        goTo({ step: "label" });
        props.onClose();
        await refreshProject();
      },
    }),
    meta: { showsItsOwnError: true },
  });
  const { inspectionId, sender } = inspected;
  return (
    <div className="flex flex-col gap-4 pb-4">
      <SenderCheck inspected={inspected} trusted={trusted} onTrust={setTrusted} />
      {people?.currentId === null ? (
        <NameFirst />
      ) : (
        <>
          <p className="text-sm text-muted">{t("handouts.arrived.sliceOpens")}</p>
          {open.isError ? <ErrorNotice error={open.error} /> : null}
          <div className="flex justify-end gap-2">
            <Button onClick={props.onClose}>{t("common.cancel")}</Button>
            <Button
              look="primary"
              disabled={(!sender.known && !trusted) || open.isPending}
              onClick={() => open.mutate({ inspectionId, trust: trusted })}
            >
              {t(open.isPending ? "handouts.arrived.opening" : "handouts.arrived.openSlice")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
