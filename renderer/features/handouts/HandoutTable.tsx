import { useMutation } from "@tanstack/react-query";
import type { Handout } from "../../../shared/features/handouts/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { undo } from "../../client/undo.ts";
import {
  Badge,
  Button,
  Cell,
  EmptyState,
  HeadCell,
  Panel,
  ProgressBar,
  Table,
  TableRow,
} from "../../ui/index.ts";

/** What is out with whom, and how much of it has come back. */
export function HandoutTable(props: { handouts: Handout[]; onHandOut: () => void }) {
  if (props.handouts.length === 0)
    return (
      <EmptyState
        title={t("handouts.list.none.title")}
        text={t("handouts.list.none.text")}
        action={
          <Button look="primary" writes onClick={props.onHandOut}>
            {t("handouts.handOut")}
          </Button>
        }
      />
    );
  return (
    <Panel title={t("handouts.list.title")}>
      <div className="-m-4 overflow-x-auto">
        <Table
          head={
            <>
              <HeadCell>{t("handouts.list.to")}</HeadCell>
              <HeadCell>{t("handouts.list.when")}</HeadCell>
              <HeadCell number>{t("handouts.list.examples")}</HeadCell>
              <HeadCell number>{t("handouts.list.overlap")}</HeadCell>
              <HeadCell>{t("handouts.list.back")}</HeadCell>
              <HeadCell>
                <span className="sr-only">{t("handouts.list.callBack")}</span>
              </HeadCell>
            </>
          }
        >
          {props.handouts.map((handout) => (
            <HandoutRow key={handout.handoutId} handout={handout} />
          ))}
        </Table>
      </div>
    </Panel>
  );
}

function HandoutRow({ handout }: { handout: Handout }) {
  const { name, examples, overlap, answered, skipped, calledBack, createdAtMs } = handout;
  const done = answered + skipped;
  return (
    <TableRow>
      <Cell className="font-medium">
        <bdi>{name}</bdi>
      </Cell>
      <Cell className="whitespace-nowrap text-muted">{formatDateTime(createdAtMs)}</Cell>
      <Cell number>{formatNumber(examples)}</Cell>
      <Cell number>{formatNumber(overlap)}</Cell>
      <Cell className="min-w-36">
        <div className="flex flex-col gap-1">
          <span className="text-xs text-muted tabular-nums">
            {t("handouts.list.backShare", {
              done: formatNumber(done),
              examples: formatNumber(examples),
            })}
          </span>
          <ProgressBar label={t("handouts.list.progress", { name })} done={done} total={examples} />
        </div>
      </Cell>
      <Cell className="text-right whitespace-nowrap">
        {calledBack ? (
          <Badge>{t("handouts.list.calledBack")}</Badge>
        ) : done >= examples ? (
          <Badge tone="success">{t("handouts.list.complete")}</Badge>
        ) : (
          <CallBack handout={handout} />
        )}
      </Cell>
    </TableRow>
  );
}

function CallBack({ handout }: { handout: Handout }) {
  const callBack = useMutation(
    orpc.handouts.callBack.mutationOptions({
      onSuccess: async ({ examples }) => {
        await refreshProject();
        showToast({
          tone: "success",
          title: t("handouts.calledBack", { examples }),
          action: { label: t("common.undo"), run: () => void undo() },
        });
      },
    }),
  );
  return (
    <Button
      size="small"
      writes
      disabled={callBack.isPending}
      aria-label={t("handouts.list.callBackOf", { name: handout.name })}
      onClick={() => callBack.mutate({ handoutId: handout.handoutId })}
    >
      {t("handouts.list.callBack")}
    </Button>
  );
}
