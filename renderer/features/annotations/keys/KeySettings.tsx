import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { TaskType } from "../../../../shared/features/projects/task-type.ts";
import type { MessageKey } from "../../../../shared/messages/translate.ts";
import { orpc } from "../../../client/rpc.ts";
import { t } from "../../../client/text.ts";
import { Button, Dialog, Key } from "../../../ui/index.ts";
import {
  type ChosenKeys,
  clashOf,
  DESK_ACTION_NAMES,
  type DeskAction,
  mainKeyOf,
  specOf,
} from "./desk-actions.ts";
import { chosenKeyOf, isModifier, keyCap, takenKeys } from "./desk-keys.ts";
import { resetActionKeys, setActionKey, useKeySettings } from "./key-settings.ts";

/** Where an action waits for its new key, and what stands in the way of the one pressed. */
type Capture =
  | { action: DeskAction; state: "waiting" | "refused" }
  | { action: DeskAction; state: "clash"; key: string; other: DeskAction };

const isEverywhere = (action: DeskAction): boolean =>
  specOf(action).tasks.length === TaskType.options.length;
const only = (taskType: TaskType) =>
  DESK_ACTION_NAMES.filter(
    (action) => !isEverywhere(action) && specOf(action).tasks[0] === taskType,
  );

/** What every kind of task has, then what only some have. */
const GROUPS: { title: MessageKey; actions: DeskAction[] }[] = [
  { title: "annotations.keys.group.all", actions: DESK_ACTION_NAMES.filter(isEverywhere) },
  { title: "annotations.keys.group.labels", actions: [...only("classify"), ...only("tag")] },
  { title: "annotations.keys.group.texts", actions: only("write") },
  { title: "annotations.keys.group.rank", actions: only("rank") },
];

/** Gives other keys to what the desk does. */
export function KeySettings({ onClose }: { onClose: () => void }) {
  const chosen = useKeySettings((state) => state.chosen);
  const [capture, setCapture] = useState<Capture | null>(null);
  const labelByKey = useLabelsByKey();
  // The first Esc only gives up waiting for a key.
  const close = () => (capture ? setCapture(null) : onClose());
  return (
    <Dialog
      open
      onOpenChange={close}
      title={t("annotations.keys.change.title")}
      description={t("annotations.keys.change.text")}
      footer={
        <>
          <Button
            disabled={Object.keys(chosen).length === 0}
            onClick={() => {
              setCapture(null);
              resetActionKeys();
            }}
          >
            {t("annotations.keys.change.reset")}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t("common.close")}
          </Button>
        </>
      }
    >
      {GROUPS.map(({ title, actions }) => (
        <section key={title} className="pb-3">
          <h3 className="text-sm font-semibold">{t(title)}</h3>
          <ul className="flex flex-col">
            {actions.map((action) => (
              <ActionRow
                key={action}
                action={action}
                chosen={chosen}
                capture={capture?.action === action ? capture : null}
                labelName={labelByKey.get(mainKeyOf(action, chosen)) ?? null}
                onCapture={setCapture}
              />
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

/** The names of the open project's labels by their keys. */
function useLabelsByKey(): ReadonlyMap<string, string> {
  const { data } = useQuery(orpc.definitions.get.queryOptions());
  if (!data || takenKeys(data.taskType, data.labels).length === 0) return new Map();
  return new Map(data.labels.flatMap(({ key, name }) => (key ? [[key, name]] : [])));
}

interface ActionRowProps {
  action: DeskAction;
  chosen: ChosenKeys;
  capture: Capture | null;
  /** The label that has the key in the open project. */
  labelName: string | null;
  onCapture: (capture: Capture | null) => void;
}

function ActionRow({ action, chosen, capture, labelName, onCapture }: ActionRowProps) {
  const name = t(`annotations.keys.${action}`);
  const waits = capture?.state === "waiting" || capture?.state === "refused";
  function onKeyDown(event: KeyboardEvent) {
    if (!waits || isModifier(event) || event.key === "Escape" || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    const key = chosenKeyOf(event.nativeEvent);
    if (key === null) return onCapture({ action, state: "refused" });
    const other = clashOf(action, key, chosen);
    if (other) return onCapture({ action, state: "clash", key, other });
    setActionKey(action, key);
    onCapture(null);
  }
  return (
    <li className="border-b border-line py-1 last:border-0">
      <div className="flex min-h-8 items-center gap-3">
        <span className="min-w-0 flex-1">{name}</span>
        <Button
          aria-label={`${t("annotations.keys.change.of", { action: name })} ${keyCap(mainKeyOf(action, chosen))}`}
          className="min-w-28"
          onKeyDown={onKeyDown}
          onClick={() => onCapture(waits ? null : { action, state: "waiting" })}
        >
          {waits ? (
            t("annotations.keys.change.press")
          ) : (
            <Key>{keyCap(mainKeyOf(action, chosen))}</Key>
          )}
        </Button>
      </div>
      <output className="block text-sm text-muted">
        {capture?.state === "refused" ? t("annotations.keys.change.refused") : null}
        {capture === null && labelName !== null && isShared(action)
          ? t("annotations.keys.change.labelHasIt", { label: labelName })
          : null}
      </output>
      {capture?.state === "clash" ? (
        <Clash capture={capture} chosen={chosen} {...{ onCapture }} />
      ) : null}
    </li>
  );
}

/** Labels are there where an action is. */
const isShared = (action: DeskAction): boolean => specOf(action).tasks.includes("tag");

function Clash(props: {
  capture: Extract<Capture, { state: "clash" }>;
  chosen: ChosenKeys;
  onCapture: (capture: null) => void;
}) {
  const { action, key, other } = props.capture;
  const isMain = mainKeyOf(other, props.chosen) === key;
  const choices = useRef<HTMLDivElement>(null);
  useEffect(() => choices.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={choices} className="flex flex-wrap items-center gap-2 pb-1 text-sm">
      <p role="status" className="min-w-0 flex-1">
        {t("annotations.keys.change.clash", {
          other: t(`annotations.keys.${other}`),
          key: keyCap(key),
        })}
      </p>
      <Button
        size="small"
        onClick={() => {
          setActionKey(action, key);
          props.onCapture(null);
        }}
      >
        {t(isMain ? "annotations.keys.change.swap" : "annotations.keys.change.give")}
      </Button>
      <Button size="small" look="quiet" onClick={() => props.onCapture(null)}>
        {t("common.cancel")}
      </Button>
    </div>
  );
}
