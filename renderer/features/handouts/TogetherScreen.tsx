import { useQuery } from "@tanstack/react-query";
import { FileInput, Send } from "lucide-react";
import { useState } from "react";
import type { Together } from "../../../shared/features/handouts/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, ErrorNotice, Notice, ScreenFrame } from "../../ui/index.ts";
import { ArrivedDialog } from "./ArrivedDialog.tsx";
import { HandOutDialog } from "./HandOutDialog.tsx";
import { HandoutTable } from "./HandoutTable.tsx";
import { MergedTable } from "./MergedTable.tsx";
import { Colleagues, YouPanel } from "./PeoplePanels.tsx";
import { ReturnDialog } from "./ReturnDialog.tsx";
import { SlicePanel } from "./SlicePanel.tsx";

/** Who works on this project, what is out with whom, and what came back. */
export function TogetherScreen() {
  const together = useQuery(orpc.handouts.together.queryOptions());
  const [dialog, setDialog] = useState<"handOut" | "arrived" | "return" | null>(null);
  const onOpenChange = (open: boolean) => (open ? undefined : setDialog(null));
  const slice = together.data?.slice ?? null;
  return (
    <ScreenFrame
      title={t("handouts.title")}
      lead={slice ? t("handouts.sliceLead", { owner: slice.ownerName }) : t("handouts.lead")}
      actions={
        <>
          <Button onClick={() => setDialog("arrived")}>
            <FileInput aria-hidden className="size-4" />
            {t("handouts.mergeFile")}
          </Button>
          {slice ? (
            <Button look="primary" onClick={() => setDialog("return")}>
              <Send aria-hidden className="size-4" />
              {t("handouts.return", { owner: slice.ownerName })}
            </Button>
          ) : (
            <Button
              look={together.data?.handouts.length === 0 ? "secondary" : "primary"}
              writes
              onClick={() => setDialog("handOut")}
            >
              <Send aria-hidden className="size-4" />
              {t("handouts.handOut")}
            </Button>
          )}
        </>
      }
    >
      {together.isError ? <ErrorNotice error={together.error} /> : null}
      {together.data ? (
        <Parts together={together.data} onHandOut={() => setDialog("handOut")} />
      ) : null}
      {dialog === "arrived" ? <ArrivedDialog onOpenChange={onOpenChange} /> : null}
      {dialog === "handOut" && together.data ? (
        <HandOutDialog people={together.data.people} onOpenChange={onOpenChange} />
      ) : null}
      {dialog === "return" && slice ? (
        <ReturnDialog ownerName={slice.ownerName} onOpenChange={onOpenChange} />
      ) : null}
    </ScreenFrame>
  );
}

function Parts({ together, onHandOut }: { together: Together; onHandOut: () => void }) {
  const { slice, done, disputed, handouts, merged, people } = together;
  return (
    <>
      {disputed > 0 ? <Disputed disputed={disputed} /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {slice && done ? <SlicePanel slice={slice} done={done} /> : null}
          {slice && handouts.length === 0 ? null : (
            <HandoutTable handouts={handouts} onHandOut={onHandOut} />
          )}
          {merged.length > 0 ? <MergedTable merged={merged} /> : null}
        </div>
        <div className="flex flex-col gap-4">
          <YouPanel />
          <Colleagues people={people} />
        </div>
      </div>
    </>
  );
}

function Disputed({ disputed }: { disputed: number }) {
  return (
    <Notice
      tone="warning"
      action={
        <Button size="small" onClick={() => goTo({ step: "label", view: "adjudicate" })}>
          {t("handouts.disputed.decide")}
        </Button>
      }
    >
      {t("handouts.disputed", { disputed })}
    </Notice>
  );
}
