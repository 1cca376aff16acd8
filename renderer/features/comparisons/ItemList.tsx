import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import {
  BreakableName,
  Button,
  Cell,
  HeadCell,
  Panel,
  Select,
  Table,
  TableRow,
} from "../../ui/index.ts";

const SHOWS = ["all", "tunedWrong", "onlyBaseRight", "onlyTunedRight"] as const;
const PAGE_ROWS = 50;

export interface ItemChoice {
  show: (typeof SHOWS)[number];
  confusion?: { expected: string; got: string };
}

/** The test examples with both answers, as they were frozen. */
export function ItemList(props: {
  comparisonId: string;
  choice: ItemChoice;
  onChoose: (choice: ItemChoice) => void;
}) {
  const { choice } = props;
  const [rowsShown, setRowsShown] = useState(PAGE_ROWS);
  const items = useQuery(
    orpc.comparisons.listItems.queryOptions({
      input: { comparisonId: props.comparisonId, limit: Math.min(rowsShown, 500), ...choice },
      placeholderData: keepPreviousData,
    }),
  ).data;
  return (
    <Panel
      title={t("comparisons.items.title", { count: formatNumber(items?.total ?? 0) })}
      actions={
        <>
          {choice.confusion ? (
            <Button size="small" onClick={() => props.onChoose({ show: choice.show })}>
              {t("comparisons.items.clear", choice.confusion)}
            </Button>
          ) : null}
          <Select
            label={t("comparisons.items.show")}
            fieldClassName="flex-row items-center gap-2 [&>label]:text-xs [&>label]:font-normal [&>label]:text-muted"
            value={choice.show}
            onChange={(event) => props.onChoose({ show: event.target.value as ItemChoice["show"] })}
          >
            {SHOWS.map((show) => (
              <option key={show} value={show}>
                {t(`comparisons.items.show.${show}`)}
              </option>
            ))}
          </Select>
        </>
      }
    >
      <div className="-m-4">
        <Table
          fixed
          head={
            <>
              <HeadCell className="w-2/5">{t("comparisons.items.input")}</HeadCell>
              <HeadCell>{t("comparisons.items.expected")}</HeadCell>
              <HeadCell>{t("comparisons.side.base")}</HeadCell>
              <HeadCell>{t("comparisons.side.tuned")}</HeadCell>
            </>
          }
        >
          {items?.rows.map((item) => (
            <TableRow key={item.itemId} className="align-top">
              <Cell dir="auto" className="break-words whitespace-pre-wrap">
                {item.input}
              </Cell>
              <Cell className="break-words">
                <BreakableName name={item.expected} />
              </Cell>
              <Answer text={item.base} right={item.baseRight} />
              <Answer text={item.tuned} right={item.tunedRight} />
            </TableRow>
          ))}
        </Table>
        {items?.total === 0 ? (
          <p className="border-t border-line px-4 py-3 text-muted">{t("comparisons.items.none")}</p>
        ) : null}
        {items && items.total > items.rows.length && rowsShown < 500 ? (
          <div className="border-t border-line p-2 text-center">
            <Button size="small" onClick={() => setRowsShown(rowsShown + PAGE_ROWS)}>
              {t("comparisons.items.more")}
            </Button>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

function Answer(props: { text: string; right: boolean | null }) {
  return (
    <Cell className="break-words">
      {props.right === null ? null : (
        <span className={props.right ? "text-success" : "text-danger"}>
          <span aria-hidden>{props.right ? "✓ " : "✗ "}</span>
          <span className="sr-only">
            {t(props.right ? "comparisons.items.right" : "comparisons.items.wrong")}
          </span>
        </span>
      )}
      <BreakableName name={props.text} />
    </Cell>
  );
}
