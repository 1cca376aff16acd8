import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Example, ExampleLine } from "../../../shared/features/examples/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, ErrorNotice, ScrollRegion } from "../../ui/index.ts";
import { ExampleFacts, listFacts } from "./ExampleFacts.tsx";
import { ExampleTimeline } from "../history/index.ts";

/** More of a text than anyone reads here; the labelling desk shows all of it. */
const SHOWN_CHARACTERS = 20_000;

/** The example that the table stands at: its whole text, where it came from, and what happened to it. */
export function DetailPanel(props: {
  line: ExampleLine;
  labels: readonly Label[];
  isPutAway: boolean;
  onClose: () => void;
}) {
  const { line, isPutAway } = props;
  const { exampleId } = line;
  const example = useQuery({
    ...orpc.examples.get.queryOptions({ input: { exampleId } }),
    enabled: !isPutAway,
  });
  return (
    <aside
      aria-label={t("examples.detail")}
      className="flex w-96 shrink-0 flex-col rounded-lg border border-line bg-surface"
    >
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line pr-1.5 pl-4">
        <h2 className="flex-1 truncate text-sm font-semibold">
          {t("examples.detail.characters", {
            characters: line.characters,
            shown: formatNumber(line.characters),
          })}
        </h2>
        {isPutAway ? null : (
          <Button
            size="small"
            onClick={() => goTo({ step: "label", queue: "all", subjectId: exampleId })}
          >
            {t("examples.detail.label")}
          </Button>
        )}
        <button
          type="button"
          aria-label={t("examples.detail.close")}
          onClick={props.onClose}
          className="flex size-7 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      </header>
      <ScrollRegion aria-label={t("examples.detail")} className="min-h-0 flex-1 overflow-auto p-4">
        {example.isError ? <ErrorNotice error={example.error} /> : null}
        <p dir="auto" className="leading-relaxed break-words whitespace-pre-wrap select-text">
          {(example.data?.input ?? line.excerpt).slice(0, SHOWN_CHARACTERS) ||
            t("examples.emptyInput")}
        </p>
        {isPutAway ? (
          <p className="mt-3 text-sm text-muted">{t("examples.detail.putAway")}</p>
        ) : null}
        {example.data ? <Facts example={example.data} /> : null}
        <h3 className="mt-5 mb-1 text-sm font-semibold">{t("examples.detail.history")}</h3>
        <ExampleTimeline exampleId={exampleId} labels={props.labels} canChange={!isPutAway} />
      </ScrollRegion>
    </aside>
  );
}

function Facts({ example }: { example: Example }) {
  const facts = listFacts(example);
  if (facts.length === 0) return null;
  return (
    <dl className="mt-4 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line pt-3 text-sm">
      <ExampleFacts facts={facts} />
    </dl>
  );
}
