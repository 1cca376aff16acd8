import { useId } from "react";
import { t } from "../../client/text.ts";
import { Button } from "../../ui/index.ts";
import type { useTextDraft } from "./use-text-draft.ts";

type TextDraft = ReturnType<typeof useTextDraft>;

/** Failures have been shown as a toast by then; the text stays in the editor, still unsaved. */
const quietly = (saving: Promise<void>): void => void saving.catch(() => {});

/** A text box that fills its place; it saves when it is left and on Ctrl/⌘ S. */
export function TextPane(props: {
  label: string;
  hint?: string;
  placeholder?: string;
  maxLength: number;
  draft: TextDraft;
}) {
  const id = useId();
  const { draft } = props;
  return (
    <div className="flex min-h-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-sm font-medium">
          {props.label}
        </label>
        {props.hint ? (
          <span className="truncate font-mono text-xs whitespace-pre text-muted">{props.hint}</span>
        ) : null}
      </div>
      <textarea
        id={id}
        dir="auto"
        value={draft.text}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={() => quietly(draft.commit())}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
          event.preventDefault();
          quietly(draft.commit());
        }}
        className="min-h-0 w-full flex-1 resize-none rounded-md border border-line-strong bg-surface px-3 py-2.5 leading-relaxed placeholder:text-muted"
      />
    </div>
  );
}

/** Whether everything is saved, in words, and the button that saves. */
export function SaveBar(props: { draft: TextDraft; saving: boolean; saved: string }) {
  const { draft, saving } = props;
  const state = saving
    ? t("definitions.text.saving")
    : draft.isDirty
      ? t("definitions.text.unsaved")
      : props.saved;
  return (
    <footer className="flex items-center justify-end gap-3 border-t border-line px-4 py-2.5">
      <output className="block text-sm text-muted tabular-nums">{state}</output>
      <Button
        look="primary"
        disabled={!draft.isDirty || saving}
        onClick={() => quietly(draft.commit())}
      >
        {t("definitions.text.save")}
      </Button>
    </footer>
  );
}
