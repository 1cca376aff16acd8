import {
  ArrowLeft,
  ArrowRight,
  CornerDownLeft,
  Flag,
  FlagOff,
  Layers,
  SkipForward,
} from "lucide-react";
import type { ReactNode } from "react";
import { countResponses } from "../../../shared/features/annotations/answer-value.ts";
import type { Definition, Label } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { MODIFIER_KEY } from "../../platform/modifier-key.ts";
import { Button, Key } from "../../ui/index.ts";
import { accept, decide, useIsDraft } from "./queue/decisions.ts";
import type { DeskAction } from "./keys/desk-actions.ts";
import { takenKeys } from "./keys/desk-keys.ts";
import { useKeyCap } from "./keys/key-settings.ts";
import { desk, useDesk } from "./queue/desk.ts";
import { MakeRuleButton } from "./MakeRuleButton.tsx";
import { lookForSimilar } from "./related.ts";
import { useDeskView } from "./view.ts";

interface DeskActionsProps {
  example: Example;
  labels: Label[];
  taskType: Definition["taskType"];
  /** Then the way to a new rule is beside the others. */
  guidelineOpen: boolean;
}

/** Everything else that can be done with the example, each with its key. */
export function DeskActions({ example, labels, taskType, guidelineOpen }: DeskActionsProps) {
  const atStart = useDesk((state) => state.index === 0);
  const hint = useDeskView((state) => state.hint);
  const composed = taskType !== "classify";
  const isDraft = useIsDraft(example, taskType);
  const responses = countResponses(example.payload);
  const taken = takenKeys(taskType, labels, responses);
  const mainCap = useKeyCap("accept");
  // In a conversation Enter opens a turn; saving is done from within it too.
  const acceptCap = taskType === "chat" ? `${MODIFIER_KEY} ↵` : mainCap;
  const isAgain = useDesk((state) => state.queue === "again");
  const { flagged, answer, answeredBy } = example;
  return (
    <div className="flex flex-wrap items-center gap-1 border-t border-line bg-sunken px-3 py-2">
      <Action disabled={atStart} onClick={() => desk.back()} action="back" taken={taken}>
        <ArrowLeft aria-hidden className="size-4" />
        {t("common.back")}
      </Action>
      <Action writes onClick={() => void decide({ kind: "skip" })} action="skip" taken={taken}>
        <SkipForward aria-hidden className="size-4" />
        {t("annotations.skip")}
      </Action>
      <Action writes onClick={() => void desk.toggleFlag()} action="flag" taken={taken}>
        {flagged ? (
          <FlagOff aria-hidden className="size-4" />
        ) : (
          <Flag aria-hidden className="size-4" />
        )}
        {t(flagged ? "annotations.unflag" : "annotations.flag")}
      </Action>
      <Action onClick={lookForSimilar} action="similar" taken={taken}>
        <Layers aria-hidden className="size-4" />
        {t("similar.open")}
      </Action>
      {guidelineOpen ? null : <MakeRuleButton labels={labels} taskType={taskType} />}
      <output className="min-w-0 flex-1 truncate px-2 text-right text-sm text-muted empty:px-0">
        {hint ? t(`annotations.hint.${hint}`) : ""}
      </output>
      <Action
        onClick={() => desk.forward()}
        action="forward"
        taken={taken}
        arrowsTaken={taskType === "extract"}
      >
        {t("annotations.forward")}
        <ArrowRight aria-hidden className="size-4" />
      </Action>
      {composed || isDraft || (answer && (isAgain || answeredBy !== "person")) ? (
        <Button writes look="primary" className="ml-auto" onClick={() => void accept(taskType)}>
          {t(composed || isDraft ? "annotations.save" : "annotations.keep")}
          <AcceptCap cap={acceptCap} />
        </Button>
      ) : null}
    </div>
  );
}

function AcceptCap({ cap }: { cap: string }) {
  return cap === "↵" ? (
    <CornerDownLeft aria-hidden className="size-4" />
  ) : (
    <span aria-hidden>
      <Key>{cap}</Key>
    </span>
  );
}

function Action(props: {
  onClick: () => void;
  action: DeskAction;
  /** The keys that labels have here. */
  taken: readonly string[];
  /** The arrows move within the text here; the other key of the action is left. */
  arrowsTaken?: boolean;
  disabled?: boolean;
  writes?: boolean;
  children: ReactNode;
}) {
  const mainCap = useKeyCap(props.action, props.taken);
  const letterCap = props.taken.includes("n") ? "⇧N" : "N";
  const cap = props.arrowsTaken && mainCap === "→" ? letterCap : mainCap;
  return (
    <Button
      look="quiet"
      className="px-2!"
      writes={props.writes ?? false}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.children}
      <span aria-hidden>
        <Key>{cap}</Key>
      </span>
    </Button>
  );
}
