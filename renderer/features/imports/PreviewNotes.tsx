import { Info } from "lucide-react";
import type { FileFacts, ReadAs } from "../../../shared/features/imports/contract.ts";
import { t } from "../../client/text.ts";

/** What to know about the file before importing it; nothing when there is nothing to say. */
export function PreviewNotes(props: { facts: FileFacts; shape: ReadAs["shape"] }) {
  const { facts, shape } = props;
  const texts = facts.notes.map(({ code, count, names }) =>
    t(`imports.note.${code}`, { count, names }),
  );
  if (shape !== undefined && shape !== "plain")
    texts.unshift(t("imports.note.shape", { names: t(`imports.shape.${shape}`) }));
  if (texts.length === 0) return null;
  return (
    <ul
      aria-label={t("imports.notes")}
      className="flex flex-col gap-0.5 border-b border-line px-4 py-2 text-sm"
    >
      {texts.map((text) => (
        <li key={text} className="flex gap-2">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="min-w-0 break-words" dir="auto">
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
