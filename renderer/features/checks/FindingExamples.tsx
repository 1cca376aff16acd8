import type { Finding } from "../../../shared/features/checks/contract.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Dialog } from "../../ui/index.ts";
import { ExampleList } from "../examples/index.ts";
import { titleOf } from "./finding-text.ts";

/** The examples that a finding is about; one click puts one of them on the labelling desk. */
export function FindingExamples(props: { finding: Finding; onClose: () => void }) {
  const filter = { findingId: props.finding.findingId };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      width="wide"
      title={titleOf(props.finding)}
      description={t("checks.examplesHint")}
    >
      <ExampleList
        filter={filter}
        className="h-[60vh] pb-3"
        onOpen={({ exampleId }) =>
          goTo({ step: "label", queue: "all", filter, subjectId: exampleId })
        }
      />
    </Dialog>
  );
}
