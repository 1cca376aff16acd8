import { clsx } from "clsx";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { t } from "../../../client/text.ts";
import { MODIFIER_KEY } from "../../../platform/modifier-key.ts";
import { Button, Key } from "../../../ui/index.ts";
import type { EditorProps } from "../keys/editor.ts";
import { useKeyCap } from "../keys/key-settings.ts";
import { READING_TEXT } from "../reading/reading.ts";
import { OriginalResponse } from "./OriginalResponse.tsx";
import { RESPONSE_FIELD_ID } from "../keys/use-desk-keys.ts";

/** The response as the model should give it; what is half written is kept until it is saved. */
export function WriteEditor({ example, value, onChange, onSave }: EditorProps<"write">) {
  const saved = example.answer?.kind === "write" ? example.answer.response : "";
  const text = value?.response ?? "";
  const [originalShown, setOriginalShown] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const cap = useKeyCap("edit");
  const toBeWritten = saved === "";
  // Where there is nothing to review, writing is the next thing to do.
  useEffect(() => {
    if (toBeWritten) field.current?.focus();
  }, [toBeWritten]);

  const change = (response: string) => onChange({ kind: "write", response });
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") field.current?.blur();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) onSave();
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col border-t border-line">
      <div
        className={clsx(
          "flex min-h-10 items-center gap-2 px-4 pt-1",
          originalShown || "max-w-[54rem]",
        )}
      >
        <label htmlFor={RESPONSE_FIELD_ID} className="text-sm font-semibold">
          {t("annotations.write.label")}
        </label>
        <span className="flex-1" />
        <span className="text-xs text-muted tabular-nums">
          {t("annotations.write.words", { words: countWords(text) })}
        </span>
        {text === saved ? null : (
          <Button look="quiet" size="small" onClick={() => change(saved)}>
            {t("annotations.write.revert")}
          </Button>
        )}
        {saved === "" ? null : (
          <Button
            look="quiet"
            size="small"
            aria-pressed={originalShown}
            onClick={() => setOriginalShown(!originalShown)}
          >
            {t(originalShown ? "annotations.write.hideOriginal" : "annotations.write.showOriginal")}
          </Button>
        )}
      </div>
      <div className="flex min-h-0 flex-1 gap-3 px-4 pt-1 pb-3">
        <textarea
          ref={field}
          id={RESPONSE_FIELD_ID}
          dir="auto"
          spellCheck
          value={text}
          placeholder={t("annotations.write.placeholder")}
          aria-describedby={`${RESPONSE_FIELD_ID}-keys`}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          className={`${READING_TEXT} min-h-24 max-w-[52rem] min-w-0 flex-1 resize-none rounded-md border border-line-strong bg-surface px-3 py-2 placeholder:text-muted [--reading-size:0.9375rem]`}
        />
        {originalShown ? <OriginalResponse exampleId={example.exampleId} present={text} /> : null}
      </div>
      <p
        id={`${RESPONSE_FIELD_ID}-keys`}
        className="flex items-center gap-1.5 px-4 pb-2 text-xs text-muted"
      >
        <Key>{MODIFIER_KEY} ↵</Key> {t("annotations.write.saveKeys")} <Key>Esc</Key>{" "}
        {t("annotations.write.leaveKeys")} <Key>{cap}</Key> {t("annotations.write.editKeys")}
      </p>
    </div>
  );
}

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
