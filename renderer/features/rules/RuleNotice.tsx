import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../client/rpc.ts";
import { formatDay, t } from "../../client/text.ts";
import { Notice } from "../../ui/index.ts";

/** The rules that changed since an example was answered: why it is looked at once more. */
export function RuleNotice({ exampleId }: { exampleId: string }) {
  const rules = useQuery(orpc.revisits.rulesOf.queryOptions({ input: { exampleId } })).data;
  if (!rules || rules.length === 0) return null;
  return (
    <Notice role="status">
      {rules.map(({ ruleId, body, retired, changedAtMs }) => (
        <p key={ruleId} className="break-words">
          <span className="text-muted">
            {t(`rules.notice.${retired ? "retired" : "changed"}`, { day: formatDay(changedAtMs) })}
          </span>{" "}
          <span dir="auto" className="font-medium">
            {body}
          </span>
        </p>
      ))}
      <p className="text-xs text-muted">{t("rules.notice.keep")}</p>
    </Notice>
  );
}
