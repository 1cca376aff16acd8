import type { AgreementReport, NamedMeasure } from "../../../shared/features/agreement/contract.ts";
import {
  adviseAgreement,
  describeAgreement,
} from "../../../shared/features/agreement/plain-words.ts";
import { t } from "../../client/text.ts";
import { Panel, Term } from "../../ui/index.ts";
import { MeasureBar } from "./MeasureBar.tsx";

/** What the numbers say, then the numbers. */
export function Summary({ report }: { report: AgreementReport }) {
  const [counts, ...said] = describeAgreement(report);
  const advice = adviseAgreement(report);
  return (
    <Panel>
      <div className="flex max-w-4xl flex-col gap-1.5 text-pretty">
        {said.map(({ key, params }, at) => (
          <p key={key} className={at === 0 ? "text-lg font-semibold" : undefined}>
            {t(key, params)}
          </p>
        ))}
        {advice ? (
          <p>
            {t(advice.key, advice.params)}{" "}
            {advice.key.startsWith("agreement.advice.") ? (
              <span className="text-sm text-muted">
                <Term term={t("agreement.advice.term")}>{t("agreement.advice.why")}</Term>
              </span>
            ) : null}
          </p>
        ) : null}
        {counts ? <p className="text-sm text-muted">{t(counts.key, counts.params)}</p> : null}
      </div>
      <div className="mt-5 flex flex-col gap-3">
        {report.measures.map((each) => (
          <MeasureRow key={each.name} named={each} strong={each.name === report.mainName} />
        ))}
      </div>
    </Panel>
  );
}

function MeasureRow({ named, strong }: { named: NamedMeasure; strong: boolean }) {
  const { name, measure } = named;
  return (
    <section className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <h3 className={strong ? "font-semibold" : "font-normal"}>
        <Term term={t(`agreement.measure.${name}.term`)}>{t(`agreement.measure.${name}`)}</Term>
      </h3>
      <MeasureBar measure={measure} strong={strong} />
    </section>
  );
}
