import type { RescuedPart, RescueNews } from "../../../shared/features/rescue/contract.ts";
import { isWhole } from "../../../shared/features/rescue/summarise.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Cell, HeadCell, Notice, ScrollRegion, Table, TableRow } from "../../ui/index.ts";

function lostText({ lost, more }: RescuedPart): string {
  if (lost === 0) return t(more ? "rescue.lost.unknown" : "rescue.lost.none");
  return t(more ? "rescue.lost.atLeast" : "rescue.lost.upTo", { lost: formatNumber(lost) });
}

/** What came out of the damaged file, and what did not. */
export function RescueReport(props: { news: Extract<RescueNews, { state: "rescued" }> }) {
  const { parts, file, folder } = props.news;
  const whole = isWhole(parts);
  return (
    <div className="flex flex-col gap-3 pb-3">
      <Notice
        role="status"
        tone={whole ? "success" : "warning"}
        title={t(whole ? "rescue.whole.title" : "rescue.partly.title")}
      >
        {t(whole ? "rescue.whole.text" : "rescue.partly.text", { name: file.name })}{" "}
        <span className="break-words">{t("rescue.where", { folder })}</span>
      </Notice>
      <ScrollRegion
        aria-label={t("rescue.table.name")}
        className="-mx-5 max-h-72 overflow-auto border-y border-line"
      >
        <Table
          head={
            <>
              <HeadCell>{t("rescue.table.part")}</HeadCell>
              <HeadCell number>{t("rescue.table.saved")}</HeadCell>
              <HeadCell number>{t("rescue.table.lost")}</HeadCell>
            </>
          }
        >
          {parts.map((part) => (
            <TableRow key={part.part}>
              <Cell>{t(`rescue.part.${part.part}`)}</Cell>
              <Cell number>{formatNumber(part.saved)}</Cell>
              <Cell
                number
                className={part.lost > 0 || part.more ? "font-medium text-warning" : "text-muted"}
              >
                {lostText(part)}
              </Cell>
            </TableRow>
          ))}
        </Table>
      </ScrollRegion>
    </div>
  );
}
