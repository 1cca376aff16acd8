import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Definition } from "../../shared/features/definitions/contract.ts";
import type { MessageKey } from "../../shared/messages/translate.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import { keyCapOf } from "../features/annotations/desk-keys.ts";
import { MODIFIER_KEY } from "../platform/modifier-key.ts";
import { Dialog, Key, ScrollRegion } from "../ui/index.ts";
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
const WRITING: KeyLine[] = [
  { caps: ["E"], does: "annotations.keys.edit" },
  { caps: [MODIFIER_KEY, "↵"], does: "annotations.keys.saveResponse" },
  { caps: ["Esc"], does: "annotations.keys.leaveEditor" },
];
const CHOOSING: KeyLine[] = [{ caps: ["/"], does: "annotations.keys.find" }];

function deskLines({ taskType, labels }: Definition): KeyLine[] {
  const taken = taskType === "classify" ? labels.flatMap((label) => label.key ?? []) : [];
  return [
    ...(taskType === "classify" ? CHOOSING : []),
    ...(taskType === "write" ? WRITING : []),
    { caps: ["↵"], does: "annotations.keys.accept" },
    { caps: [keyCapOf("skip", taken)], does: "annotations.keys.skip" },
    { caps: [keyCapOf("flag", taken)], does: "annotations.keys.flag" },
    { caps: ["←", keyCapOf("back", taken)], does: "annotations.keys.back" },
    { caps: ["→"], does: "annotations.keys.forward" },
    { caps: [keyCapOf("undo", taken)], does: "annotations.keys.undo" },
    { caps: [keyCapOf("guideline", taken)], does: "annotations.keys.guideline" },
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
  const labels = definition?.taskType === "classify" ? definition.labels : [];
  const withKeys = labels.filter((label) => label.key !== null);
  return (
    <Dialog open={open} onOpenChange={setOpen} width="wide" title={t("annotations.keys.title")}>
      <ScrollRegion
        aria-label={t("annotations.keys.title")}
        className="-mx-1 mb-3 grid max-h-[72vh] grid-cols-1 gap-x-8 gap-y-4 overflow-auto px-1 sm:grid-cols-2"
      >
        {definition ? (
          <Lines title={t("annotations.keys.desk")} lines={deskLines(definition)} />
        ) : null}
        <div className="flex flex-col gap-4">
          <Lines title={t("annotations.keys.everywhere")} lines={EVERYWHERE} />
          <Lines title={t("common.step.examples")} lines={TABLE} />
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
