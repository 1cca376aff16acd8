import { useQuery } from "@tanstack/react-query";
import {
  NEAREST,
  type RevisitChoice,
  REVISITED_AT_MOST,
  type Rule,
} from "../../../shared/features/rules/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Button, ErrorNotice } from "../../ui/index.ts";

const focusOnMount = (node: HTMLDivElement | null): void => node?.querySelector("button")?.focus();

/** How many answers a change concerns, and which of them are looked at once more. */
export function RevisitQuestion(props: {
  rule: Rule;
  labelIds?: string[] | undefined;
  isBusy: boolean;
  onChoose: (revisit: RevisitChoice) => void;
}) {
  const { rule, labelIds } = props;
  const concerned = useQuery(
    orpc.rules.concerned.queryOptions({
      input: { ruleId: rule.ruleId, ...(labelIds ? { labelIds } : {}) },
      staleTime: 0,
    }),
  );
  if (concerned.isError) return <ErrorNotice error={concerned.error} />;
  if (!concerned.data) return <div className="h-24" />;
  const { examples } = concerned.data;
  const all =
    examples > REVISITED_AT_MOST
      ? t("rules.revisit.most", { shown: formatNumber(REVISITED_AT_MOST) })
      : t("rules.revisit.all", { examples, shown: formatNumber(examples) });
  const choices: [RevisitChoice, string, boolean][] = [
    ["all", all, examples > 0],
    [
      "nearest",
      t("rules.revisit.nearest", { shown: formatNumber(NEAREST) }),
      rule.example !== null && examples > NEAREST,
    ],
    ["none", t(examples > 0 ? "rules.revisit.none" : "rules.goOn"), true],
  ];
  return (
    <div ref={focusOnMount} className="flex flex-col gap-3">
      <p>{t("rules.revisit.concerns", { examples, shown: formatNumber(examples) })}</p>
      <div className="flex flex-wrap gap-2">
        {choices.map(([revisit, text, isOffered], place) =>
          isOffered ? (
            <Button
              writes
              key={revisit}
              look={
                choices.findIndex(([, , offered]) => offered) === place ? "primary" : "secondary"
              }
              disabled={props.isBusy}
              onClick={() => props.onChoose(revisit)}
            >
              {text}
            </Button>
          ) : null,
        )}
      </div>
    </div>
  );
}
