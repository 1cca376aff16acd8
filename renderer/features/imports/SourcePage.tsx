import { CornerDownLeft, FileInput } from "lucide-react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import { formatBytes, t } from "../../client/text.ts";
import { MODIFIER_KEY } from "../../platform/modifier-key.ts";
import { Button, Key, ScreenFrame } from "../../ui/index.ts";
import type { ImportDraft } from "./draft.ts";
import { EarlierImports } from "./EarlierImports.tsx";
import { StepBar } from "./StepBar.tsx";
import { useGoOn } from "./use-go-on.ts";
import { standingOf, type WizardStep } from "./wizard-steps.ts";

interface SourcePageProps {
  draft: ImportDraft;
  /** A file that was dropped or pasted is on its way. */
  fetching: boolean;
  onChoose: (what: "file" | "folder") => void;
  onGoOn: () => void;
  onReview: () => void;
}

/** Every way in for a file, and what came in so far. */
export function SourcePage(props: SourcePageProps) {
  const { file } = props.draft;
  useGoOn(file ? props.onGoOn : () => props.onChoose("file"));
  const standing = standingOf({
    page: "source",
    hasFile: file !== null,
    canReview: false,
    job: "none",
  });
  const onStep = (step: WizardStep) => {
    if (step !== "source") props.onGoOn();
  };
  return (
    <ScreenFrame title={t("imports.title")} wide>
      <StepBar standing={standing} onStep={onStep} />
      {file ? <ChosenFile file={file} onGoOn={props.onGoOn} /> : null}
      <DropZone fetching={props.fetching} hasFile={file !== null} onChoose={props.onChoose} />
      <EarlierImports />
    </ScreenFrame>
  );
}

function ChosenFile(props: { file: FileGrant; onGoOn: () => void }) {
  return (
    <div className="flex items-center gap-3 rounded-lg border border-line bg-surface py-2 pr-2 pl-4">
      <p className="min-w-0 truncate font-semibold" title={props.file.name} dir="auto">
        {props.file.name}
      </p>
      <p className="text-sm whitespace-nowrap text-muted">{formatBytes(props.file.bytes)}</p>
      <Button look="primary" className="ml-auto" onClick={props.onGoOn}>
        {t("imports.source.goOn")}
        <CornerDownLeft aria-hidden className="size-3.5" />
      </Button>
    </div>
  );
}

function DropZone(props: {
  fetching: boolean;
  hasFile: boolean;
  onChoose: SourcePageProps["onChoose"];
}) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border-2 border-dashed border-line-strong bg-surface px-6 py-10 text-center">
      <FileInput aria-hidden className="size-8 text-muted" strokeWidth={1.5} />
      <div>
        <output className="block text-lg font-semibold">
          {t(props.fetching ? "imports.drop.copying" : "imports.drop.title")}
        </output>
        <p className="mx-auto max-w-xl text-balance text-muted">{t("imports.drop.text")}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button
          writes
          look={props.hasFile ? "secondary" : "primary"}
          onClick={() => props.onChoose("file")}
        >
          {t("imports.drop.choose")}
        </Button>
        <Button writes onClick={() => props.onChoose("folder")}>
          {t("imports.drop.chooseFolder")}
        </Button>
      </div>
      <p className="flex flex-wrap items-center justify-center gap-x-1.5 text-sm text-muted">
        {t("imports.paste.hint")}
        <span className="inline-flex gap-1">
          <Key>{MODIFIER_KEY}</Key>
          <Key>V</Key>
        </span>
      </p>
    </div>
  );
}
