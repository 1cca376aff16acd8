import type { DatasetVersion } from "../../../shared/features/versions/contract.ts";
import { Split } from "../../../shared/features/versions/split.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { Button, Cell, HeadCell, Panel, Table, TableRow, Term } from "../../ui/index.ts";

/** The frozen versions, newest first; each says what is in it. */
export function VersionPanel(props: { versions: DatasetVersion[]; onFreeze: () => void }) {
  const isFirst = props.versions.length === 0;
  return (
    <Panel
      title={<Term term={t("training.versions.term")}>{t("training.versions.title")}</Term>}
      actions={
        <Button writes look={isFirst ? "primary" : "secondary"} onClick={props.onFreeze}>
          {t(isFirst ? "training.versions.freezeFirst" : "training.versions.freeze")}
        </Button>
      }
    >
      {isFirst ? (
        <p className="max-w-prose text-muted">{t("training.versions.none")}</p>
      ) : (
        <div className="-mx-4 -my-4 max-h-44 overflow-auto">
          <Table
            head={
              <>
                <HeadCell>{t("training.versions.number")}</HeadCell>
                <HeadCell>{t("training.versions.when")}</HeadCell>
                {Split.options.map((split) => (
                  <HeadCell key={split} number>
                    <Term term={t(`common.split.${split}.term`)}>{t(`common.split.${split}`)}</Term>
                  </HeadCell>
                ))}
                <HeadCell>{t("training.versions.fingerprint")}</HeadCell>
              </>
            }
          >
            {props.versions.map((version) => (
              <TableRow key={version.versionId}>
                <Cell className="font-medium">
                  {t("training.versionName", { number: version.number })}
                </Cell>
                <Cell className="text-muted">{formatDateTime(version.createdAtMs)}</Cell>
                {Split.options.map((split) => (
                  <Cell key={split} number>
                    {formatNumber(version.counts[split])}
                  </Cell>
                ))}
                <Cell className="font-mono text-xs text-muted" title={version.contentHash}>
                  {version.contentHash.slice(0, 12)}
                </Cell>
              </TableRow>
            ))}
          </Table>
        </div>
      )}
    </Panel>
  );
}
