import { Info } from "lucide-react";
import { formatNumber, t } from "../../client/text.ts";
import type { Oddity } from "./oddities.ts";

/** What is unusual about this file, a sentence each; nothing at all for a clean one. */
export function OddityList(props: { oddities: readonly Oddity[] }) {
  if (props.oddities.length === 0) return null;
  return (
    <ul
      aria-label={t("imports.oddities")}
      className="flex flex-col gap-1 border-b border-line bg-sunken px-4 py-2 text-sm"
    >
      {props.oddities.map((oddity) => (
        <li key={oddity.kind} className="flex items-start gap-2">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <p className="min-w-0">
            <OddityText oddity={oddity} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function OddityText({ oddity }: { oddity: Oddity }) {
  if (oddity.kind === "encoding")
    return (
      <>
        {t("imports.oddity.encoding", { encoding: t(`imports.encoding.${oddity.encoding}`) })}{" "}
        {oddity.row === null ? null : (
          <>
            {t("imports.oddity.encoding.row", { row: formatNumber(oddity.row) })}{" "}
            <q dir="auto" className="rounded bg-surface px-1 font-medium">
              {oddity.example}
            </q>{" "}
          </>
        )}
        <span className="text-muted">{t("imports.oddity.encoding.next")}</span>
      </>
    );
  if (oddity.kind === "unnamed")
    return (
      <>
        {t("imports.oddity.unnamed", {
          columns: oddity.columns.length,
          names: oddity.columns.map((name) => `“${name}”`).join(", "),
        })}{" "}
        <span className="text-muted">
          {t(oddity.areEmpty ? "imports.oddity.unnamed.empty" : "imports.oddity.unnamed.kept")}
        </span>
      </>
    );
  return <>{t(`imports.oddity.${oddity.kind}`)}</>;
}
