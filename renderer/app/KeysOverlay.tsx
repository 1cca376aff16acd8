import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Definition } from "../../shared/features/definitions/contract.ts";
import { LABELLED_TASK_TYPES, type TaskType } from "../../shared/features/projects/task-type.ts";
import type { MessageKey } from "../../shared/messages/translate.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import {
  type ChosenKeys,
  DESK_ACTION_NAMES,
  isFor,
  keyCap,
  KeySettings,
  keysOf,
  takenKeys,
  useKeySettings,
} from "../features/annotations/keys/keys.ts";
import { MODIFIER_KEY } from "../platform/modifier-key.ts";
import { Button, Dialog, Key, ScrollRegion } from "../ui/index.ts";
import { isTyping } from "../ui/is-typing.ts";

interface KeyLine {
  caps: string[];
  does: MessageKey;
}

const EVERYWHERE: KeyLine[] = [
  { caps: ["?"], does: "annotations.keys.overview" },
  { caps: [MODIFIER_KEY, "Z"], does: "annotations.keys.undo" },
  { caps: [MODIFIER_KEY, "⇧", "Z"], does: "annotations.keys.redo" },
  { caps: ["Esc"], does: "annotations.keys.close" },
];
const TABLE: KeyLine[] = [
  { caps: ["↑", "↓"], does: "examples.keys.move" },
  { caps: ["Space"], does: "examples.keys.choose" },
  { caps: ["⇧", "↓"], does: "examples.keys.range" },
  { caps: [MODIFIER_KEY, "A"], does: "examples.keys.all" },
  { caps: ["↵"], does: "examples.keys.open" },
];
const DECIDING: KeyLine[] = [
  { caps: ["1", "…", "9"], does: "agreement.keys.choose" },
  { caps: ["O"], does: "agreement.keys.other" },
  { caps: ["C"], does: "agreement.keys.comment" },
  { caps: ["↵"], does: "agreement.keys.decide" },
  { caps: ["N"], does: "agreement.keys.names" },
  { caps: ["←", "→"], does: "agreement.keys.step" },
];
const WRITING: KeyLine[] = [
  { caps: [MODIFIER_KEY, "↵"], does: "annotations.keys.saveResponse" },
  { caps: ["Esc"], does: "annotations.keys.leaveEditor" },
];
const CONVERSING: KeyLine[] = [
  { caps: ["↑", "↓"], does: "annotations.chat.overview.move" },
  { caps: ["↵"], does: "annotations.chat.overview.enter" },
  { caps: ["Esc"], does: "annotations.chat.overview.done" },
  { caps: ["R"], does: "annotations.chat.overview.role" },
  { caps: ["W"], does: "annotations.chat.overview.weight" },
  { caps: ["A"], does: "annotations.chat.overview.add" },
  { caps: ["Del"], does: "annotations.chat.overview.remove" },
  { caps: ["Alt", "↑"], does: "annotations.chat.overview.shift" },
  { caps: ["D"], does: "annotations.chat.overview.changes" },
  { caps: [MODIFIER_KEY, "↵"], does: "annotations.chat.overview.save" },
];
const MARKING: KeyLine[] = [
  { caps: ["←", "→"], does: "annotations.spans.overview.move" },
  { caps: ["⇧", "→"], does: "annotations.spans.overview.more" },
  { caps: ["Alt", "→"], does: "annotations.spans.overview.exact" },
  { caps: ["Tab"], does: "annotations.spans.overview.walk" },
  { caps: ["[", "]"], does: "annotations.spans.overview.wider" },
  { caps: ["⇧", "[", "]"], does: "annotations.spans.overview.narrower" },
  { caps: ["Del"], does: "annotations.spans.overview.remove" },
  { caps: ["*"], does: "annotations.spans.overview.everywhere" },
  { caps: ["Esc"], does: "annotations.spans.overview.leave" },
];
/** What a kind of task has beside the keys that can be changed. */
const FIXED: Record<TaskType, KeyLine[]> = {
  classify: [],
  tag: [{ caps: ["↑", "↓"], does: "annotations.keys.board" }],
  write: WRITING,
  chat: CONVERSING,
  extract: MARKING,
  rank: [{ caps: ["1", "A"], does: "annotations.keys.response" }],
};

function deskLines({ taskType, labels }: Definition, chosen: ChosenKeys): KeyLine[] {
  const taken = new Set(takenKeys(taskType, labels, 2));
  // Within a text that is marked, the arrows move the cursor; in a conversation, Enter opens a turn.
  const isFree = (key: string) =>
    taskType === "extract" ? !key.startsWith("Arrow") : taskType !== "chat" || key !== "Enter";
  const capOf = (key: string) => (taken.has(key) ? `⇧${keyCap(key)}` : keyCap(key));
  return [
    ...FIXED[taskType],
    ...DESK_ACTION_NAMES.filter((action) => isFor(action, taskType))
      .map((action): KeyLine => ({
        caps: keysOf(action, chosen).filter(isFree).map(capOf),
        does: `annotations.keys.${action}`,
      }))
      .filter(({ caps }) => caps.length > 0),
    { caps: ["Space"], does: "annotations.keys.read" },
  ];
}

/** All keys of the program on `?`, the labels' own included. */
export function KeysOverlay() {
  const [open, setOpen] = useState(false);
  const definition = useQuery({ ...orpc.definitions.get.queryOptions(), enabled: open }).data;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== "?" || event.isComposing || isTyping(event.target)) return;
      if (!document.querySelector('[role="dialog"]')) setOpen(true);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const chosen = useKeySettings((state) => state.chosen);
  const [changing, setChanging] = useState(false);
  const hasLabels = definition && LABELLED_TASK_TYPES.includes(definition.taskType);
  const withKeys = hasLabels ? definition.labels.filter((label) => label.key !== null) : [];
  if (changing) return <KeySettings onClose={() => setChanging(false)} />;
  function change() {
    setOpen(false);
    setChanging(true);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      width="wide"
      title={t("annotations.keys.title")}
      footer={<Button onClick={change}>{t("annotations.keys.change")}</Button>}
    >
      <ScrollRegion
        aria-label={t("annotations.keys.title")}
        className="-mx-1 mb-3 grid max-h-[72vh] grid-cols-1 gap-x-8 gap-y-4 overflow-auto px-1 sm:grid-cols-2"
      >
        {definition ? (
          <Lines title={t("annotations.keys.desk")} lines={deskLines(definition, chosen)} />
        ) : null}
        <div className="flex flex-col gap-4">
          <Lines title={t("annotations.keys.everywhere")} lines={EVERYWHERE} />
          <Lines title={t("common.step.examples")} lines={TABLE} />
          <Lines title={t("agreement.decide.title")} lines={DECIDING} />
        </div>
        {withKeys.length > 0 ? (
          <section className="sm:col-span-2">
            <h3 className="mb-1 text-sm font-semibold">{t("annotations.labels")}</h3>
            <dl className="[column-gap:2rem] [columns:14rem]">
              {withKeys.map((label) => (
                <div
                  key={label.labelId}
                  className="flex h-7 break-inside-avoid items-center gap-2.5"
                >
                  <dt className="w-8 shrink-0">
                    <Key>{label.key?.toUpperCase()}</Key>
                  </dt>
                  <dd className="truncate" title={label.name}>
                    {label.name}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </ScrollRegion>
    </Dialog>
  );
}

function Lines(props: { title: string; lines: KeyLine[] }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold">{props.title}</h3>
      <dl>
        {props.lines.map((line) => (
          <div key={line.does} className="flex min-h-7 items-center gap-2.5">
            <dt className="flex w-24 shrink-0 gap-1">
              {line.caps.map((cap) => (
                <Key key={cap}>{cap}</Key>
              ))}
            </dt>
            <dd>{t(line.does)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
