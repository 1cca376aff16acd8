import { useQuery } from "@tanstack/react-query";
import type { ProjectAgreement } from "../../../shared/features/agreement/contract.ts";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, EmptyState, ErrorNotice, ScreenFrame, WorkingNote } from "../../ui/index.ts";
import { LabelAgreements } from "./LabelAgreements.tsx";
import { MixUps } from "./MixUps.tsx";
import { kindName, nameFinder } from "./names.ts";
import { PairMatrix } from "./PairMatrix.tsx";
import { SelfAgreements } from "./SelfAgreements.tsx";
import { Summary } from "./Summary.tsx";

/** Do people who answer the same examples answer them alike, and where not? */
export function AgreementScreen() {
  const found = useQuery(orpc.agreement.report.queryOptions());
  const definition = useQuery(orpc.definitions.get.queryOptions());
  const disputed = found.data?.disputed ?? 0;
  return (
    <ScreenFrame
      wide
      title={t("agreement.title")}
      lead={t("agreement.lead")}
      actions={
        disputed > 0 ? (
          <Button look="primary" onClick={() => goTo({ step: "label", view: "adjudicate" })}>
            {t("agreement.decide", { disputed, shown: formatNumber(disputed) })}
          </Button>
        ) : null
      }
    >
      {found.isError ? <ErrorNotice error={found.error} /> : null}
      {found.isFetching ? <WorkingNote text={t("agreement.measuring")} /> : null}
      {found.data && definition.data ? (
        <Found agreement={found.data} definition={definition.data} />
      ) : null}
    </ScreenFrame>
  );
}

function Found(props: { agreement: ProjectAgreement; definition: Definition }) {
  const { report, people, consistency } = props.agreement;
  const personName = nameFinder(people);
  const labelName = kindName(report.taskType, props.definition.labels);
  const hasTwice = consistency.length > 0;
  if (report.counts.shared === 0 && !hasTwice) return <Nothing report={report} />;
  const isText = report.taskType === "write" || report.taskType === "chat";
  const pairName = isText || report.mainName !== "alpha" ? report.mainName : "cohenKappa";
  return (
    <>
      {report.counts.shared > 0 ? <Summary report={report} /> : null}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {report.perLabel.length > 0 ? (
            <LabelAgreements labels={report.perLabel} nameOf={labelName} />
          ) : null}
          {report.pairs.length > 0 ? (
            <PairMatrix
              pairs={report.pairs}
              nameOf={personName}
              measureName={t(`agreement.measure.${pairName}`)}
              measureTerm={t(`agreement.measure.${pairName}.term`)}
            />
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {isText || report.counts.shared === 0 ? null : (
            <MixUps confusions={report.confusions} nameOf={labelName} />
          )}
          {hasTwice ? <SelfAgreements consistency={consistency} nameOf={personName} /> : null}
        </div>
      </div>
    </>
  );
}

function Nothing({ report }: Pick<ProjectAgreement, "report">) {
  const reason = report.counts.annotators < 2 ? "oneAnnotator" : "noOverlap";
  return (
    <EmptyState
      title={t(`agreement.why.${reason}.what`)}
      text={`${t(`agreement.why.${reason}.next`)} ${t("agreement.nothing.how")}`}
      action={
        <Button onClick={() => goTo({ step: "label" })}>{t("agreement.nothing.action")}</Button>
      }
    />
  );
}
