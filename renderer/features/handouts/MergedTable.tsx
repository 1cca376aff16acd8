import type { MergedBundle } from "../../../shared/features/handouts/contract.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Cell, HeadCell, Panel, Table, TableRow } from "../../ui/index.ts";

/** What came back, and what came of it. */
export function MergedTable(props: { merged: MergedBundle[] }) {
  return (
    <Panel
      title={t("handouts.merged.title")}
      actions={
        <Button size="small" onClick={() => goTo({ step: "label", view: "agreement" })}>
          {t("handouts.agreement")}
        </Button>
      }
    >
      <div className="-m-4 overflow-x-auto">
        <Table
          head={
            <>
              <HeadCell>{t("handouts.merged.who")}</HeadCell>
              <HeadCell>{t("handouts.merged.when")}</HeadCell>
              <HeadCell>{t("handouts.merged.what")}</HeadCell>
            </>
          }
        >
          {props.merged.map(({ bundleId, name, mergedAtMs, counts }) => (
            <TableRow key={bundleId}>
              <Cell className="font-medium">
                <bdi>{name}</bdi>
              </Cell>
              <Cell className="whitespace-nowrap text-muted">{formatDateTime(mergedAtMs)}</Cell>
              <Cell>
                {t("handouts.merged.sum", {
                  added: counts.added,
                  agreed: counts.agreed,
                  disputed: counts.disputed,
                })}
                {counts.left.length > 0 ? (
                  <span className="block text-xs text-warning">
                    {t("handouts.merged.left", { left: counts.left.length })}
                  </span>
                ) : null}
              </Cell>
            </TableRow>
          ))}
        </Table>
      </div>
    </Panel>
  );
}
