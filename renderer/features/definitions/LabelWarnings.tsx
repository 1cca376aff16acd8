import { TriangleAlert } from "lucide-react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import {
  findLabelWarnings,
  type LabelWarning,
} from "../../../shared/features/definitions/label-warnings.ts";
import { t } from "../../client/text.ts";

/** Warnings shown before the rest is only counted. */
const SHOWN = 3;

/** Names that are not what they look like. They stay different labels: only their people decide otherwise. */
export function LabelWarnings(props: { labels: Label[] }) {
  const warnings = findLabelWarnings(props.labels.map(({ name }) => name));
  if (warnings.length === 0) return null;
  return (
    <section
      aria-label={t("definitions.warnings.title")}
      className="flex items-start gap-2 border-b border-line bg-warning-soft px-4 py-2 text-sm"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <ul className="flex flex-col gap-0.5">
        {warnings.slice(0, SHOWN).map((warning) => (
          <li key={textOf(warning)} className="break-words">
            {textOf(warning)}
          </li>
        ))}
        {warnings.length > SHOWN ? (
          <li>{t("definitions.warnings.more", { count: warnings.length - SHOWN })}</li>
        ) : null}
      </ul>
    </section>
  );
}

function textOf(warning: LabelWarning): string {
  if (warning.kind === "lookAlike") {
    const [first, second] = warning.names;
    return t("definitions.warnings.lookAlike", { first, second });
  }
  if (warning.kind === "mixedScripts")
    return t("definitions.warnings.mixedScripts", { name: warning.name });
  const { name, characters } = warning;
  return t("definitions.warnings.invisible", { name, characters: characters.join(", ") });
}
