import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { Button, ScrollRegion } from "../../ui/index.ts";
import { GuidelineView } from "./GuidelineView.tsx";
import { SaveBar, TextPane } from "./text-pane.tsx";
import { useDefinitionChanges } from "./use-definition.ts";
import { useTextDraft } from "./use-text-draft.ts";

/** Markdown on the left, the guideline as it is read on the right. */
export function GuidelineEditor(props: { guideline: Definition["guideline"] }) {
  const { body, version, savedAtMs } = props.guideline;
  const { saveGuideline } = useDefinitionChanges();
  const draft = useTextDraft(body, (text) => saveGuideline.mutateAsync({ body: text }));
  const saved =
    savedAtMs === null
      ? t("definitions.guideline.unwritten")
      : t("definitions.guideline.version", { version, when: formatDateTime(savedAtMs) });
  return (
    <>
      <p className="max-w-prose px-4 pt-3 text-muted">{t("definitions.guideline.lead")}</p>
      <div className="grid min-h-0 flex-1 grid-cols-2 gap-4 p-4">
        <TextPane
          label={t("definitions.guideline.edit")}
          hint={t("definitions.guideline.formatting")}
          maxLength={200_000}
          draft={draft}
        />
        <section className="flex min-h-0 flex-col gap-1">
          <h2 className="text-sm font-medium">{t("definitions.guideline.preview")}</h2>
          <ScrollRegion
            aria-label={t("definitions.guideline.preview")}
            className="min-h-0 flex-1 overflow-auto rounded-md border border-line bg-bg px-4 py-3"
          >
            {draft.text.trim() === "" ? (
              <div className="flex flex-col items-start gap-3 text-muted">
                <p>{t("definitions.guideline.previewEmpty")}</p>
                <Button onClick={() => draft.change(t("definitions.guideline.outlineBody"))}>
                  {t("definitions.guideline.outline")}
                </Button>
              </div>
            ) : (
              <GuidelineView body={draft.text} />
            )}
          </ScrollRegion>
        </section>
      </div>
      <SaveBar draft={draft} saving={saveGuideline.isPending} saved={saved} />
    </>
  );
}
