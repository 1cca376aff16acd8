import { useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Button, Dialog, ErrorNotice } from "../../ui/index.ts";
import { useDefinitionChanges } from "./use-definition.ts";

/** Asks what becomes of the answers before a label goes. */
export function RemoveLabelDialog(props: { label: Label; labels: Label[]; onClose: () => void }) {
  const { label, onClose } = props;
  const others = props.labels.filter((other) => other.labelId !== label.labelId);
  const [moves, setMoves] = useState(false);
  const [target, setTarget] = useState(others[0]?.labelId ?? "");
  const { removeLabel } = useDefinitionChanges();
  const remove = () =>
    removeLabel.mutate(
      { labelId: label.labelId, moveAnswersTo: moves ? target : null },
      {
        onSuccess: () => {
          showToast({ tone: "info", title: t("definitions.label.removed", { name: label.name }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("definitions.remove.title", { name: label.name })}
      description={t("definitions.remove.description", { examples: label.examples })}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button look="danger" disabled={removeLabel.isPending} onClick={remove}>
            {t("definitions.remove.do")}
          </Button>
        </>
      }
    >
      <fieldset className="flex flex-col gap-1.5 pb-3">
        <legend className="sr-only">{t("definitions.remove.legend")}</legend>
        <Choice
          text={t("definitions.remove.unlabel")}
          chosen={!moves}
          onChoose={() => setMoves(false)}
        />
        {others.length > 0 ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Choice
              text={t("definitions.remove.move")}
              chosen={moves}
              onChoose={() => setMoves(true)}
            />
            <select
              aria-label={t("definitions.remove.moveTo")}
              value={target}
              onChange={(event) => {
                setTarget(event.target.value);
                setMoves(true);
              }}
              className="h-8 min-w-40 flex-1 rounded-md border border-line-strong bg-surface px-2"
            >
              {others.map((other) => (
                <option key={other.labelId} value={other.labelId}>
                  {other.name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <p className="mt-1 text-sm text-muted">{t("definitions.remove.undo")}</p>
      </fieldset>
      {removeLabel.isError ? <ErrorNotice error={removeLabel.error} /> : null}
    </Dialog>
  );
}

function Choice(props: { text: string; chosen: boolean; onChoose: () => void }) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="radio"
        name="answers"
        checked={props.chosen}
        onChange={props.onChoose}
        className="size-4 accent-(--accent)"
      />
      {props.text}
    </label>
  );
}
