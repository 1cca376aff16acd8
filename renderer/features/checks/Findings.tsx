import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { CheckReport, Finding } from "../../../shared/features/checks/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Badge, Button, Panel } from "../../ui/index.ts";
import { FindingExamples } from "./FindingExamples.tsx";
import { FixButton } from "./FixButton.tsx";
import { titleOf, whyOf } from "./finding-text.ts";

const SEVERITIES = {
  blocker: { tone: "danger", icon: CircleAlert },
  warning: { tone: "warning", icon: TriangleAlert },
  note: { tone: "neutral", icon: Info },
} as const;
const ORDER: Finding["severity"][] = ["blocker", "warning", "note"];

/** What the check found, the gravest first, each with what to do about it. */
export function Findings(props: {
  findings: Finding[];
  counts: CheckReport["counts"];
  onFixed: () => void;
}) {
  const [shown, setShown] = useState<Finding | null>(null);
  const sorted = props.findings.toSorted(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.examples - a.examples,
  );
  return (
    <Panel title={t("checks.findings", { findings: sorted.length })}>
      {sorted.length === 0 ? (
        <p className="flex items-center gap-2 text-success">
          <CircleCheck aria-hidden className="size-4" />
          {t("checks.findings.none")}
        </p>
      ) : (
        <ul className="-my-4 flex flex-col divide-y divide-line">
          {sorted.map((finding) => (
            <FindingItem
              key={finding.findingId}
              finding={finding}
              counts={props.counts}
              onFixed={props.onFixed}
              onShow={() => setShown(finding)}
            />
          ))}
        </ul>
      )}
      {shown ? <FindingExamples finding={shown} onClose={() => setShown(null)} /> : null}
    </Panel>
  );
}

function FindingItem(props: {
  finding: Finding;
  counts: CheckReport["counts"];
  onFixed: () => void;
  onShow: () => void;
}) {
  const { finding } = props;
  const { tone, icon: Icon } = SEVERITIES[finding.severity];
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-semibold">{titleOf(finding)}</h3>
        <Badge tone={tone}>
          <Icon aria-hidden className="size-3" />
          {t(`checks.severity.${finding.severity}`)}
        </Badge>
      </div>
      <p className="max-w-prose text-muted">{whyOf(finding)}</p>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <FixButton finding={finding} counts={props.counts} onFixed={props.onFixed} />
        {finding.examples > 0 ? (
          <Button look="quiet" onClick={props.onShow}>
            {t("checks.showExamples", { examples: formatNumber(finding.examples) })}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
