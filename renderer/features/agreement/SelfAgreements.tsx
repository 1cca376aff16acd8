import type { SelfAgreement } from "../../../shared/features/agreement/contract.ts";
import { t } from "../../client/text.ts";
import { Panel, Term } from "../../ui/index.ts";
import { MeasureBar } from "./MeasureBar.tsx";

/** How often each person answers the same when asked the same again: nobody agrees more with others than that. */
export function SelfAgreements(props: {
  consistency: SelfAgreement[];
  nameOf: (annotatorId: string) => string;
}) {
  return (
    <Panel
      title={<Term term={t("agreement.self.term")}>{t("agreement.self.title")}</Term>}
      className="min-w-0"
    >
      <ul className="flex flex-col gap-3">
        {props.consistency.map(({ annotatorId, percent }) => (
          <li key={annotatorId} className="flex flex-col">
            <span className="truncate font-medium">{props.nameOf(annotatorId)}</span>
            <MeasureBar measure={percent} />
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose text-sm text-muted">{t("agreement.self.text")}</p>
    </Panel>
  );
}
