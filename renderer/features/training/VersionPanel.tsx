import type { DatasetVersion } from "../../../shared/features/versions/contract.ts";
import { formatDateTime, formatNumber, t } from "../../client/text.ts";
import { Button, Panel, Term } from "../../ui/index.ts";

/** The frozen versions, newest first; each says what is in it. */
export function VersionPanel(props: { versions: DatasetVersion[]; onFreeze: () => void }) {
  const isFirst = props.versions.length === 0;
  return (
    <Panel
      title={<Term term={t("training.versions.term")}>{t("training.versions.title")}</Term>}
      actions={
        <Button look={isFirst ? "primary" : "secondary"} onClick={props.onFreeze}>
          {t(isFirst ? "training.versions.freezeFirst" : "training.versions.freeze")}
        </Button>
      }
    >
      {isFirst ? (
        <p className="max-w-prose text-muted">{t("training.versions.none")}</p>
      ) : (
        <div className="-mx-4 -my-4 max-h-44 overflow-auto">
          <table className="w-full text-sm">
            <thead className="sticky top-0 bg-surface text-left text-xs text-muted">
              <tr>
                <th className="px-4 py-2 font-medium">{t("training.versions.number")}</th>
                <th className="px-4 py-2 font-medium">{t("training.versions.when")}</th>
                {(["train", "validation", "test"] as const).map((split) => (
                  <th key={split} className="px-4 py-2 text-right font-medium">
                    {t(`training.split.${split}`)}
                  </th>
                ))}
                <th className="px-4 py-2 font-medium">{t("training.versions.fingerprint")}</th>
              </tr>
            </thead>
            <tbody>
              {props.versions.map((version) => (
                <tr key={version.versionId} className="border-t border-line">
                  <td className="px-4 py-1.5 font-medium">
                    {t("training.versionName", { number: version.number })}
                  </td>
                  <td className="px-4 py-1.5 text-muted">{formatDateTime(version.createdAtMs)}</td>
                  {(["train", "validation", "test"] as const).map((split) => (
                    <td key={split} className="px-4 py-1.5 text-right tabular-nums">
                      {formatNumber(version.counts[split])}
                    </td>
                  ))}
                  <td
                    className="px-4 py-1.5 font-mono text-xs text-muted"
                    title={version.contentHash}
                  >
                    {version.contentHash.slice(0, 12)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
