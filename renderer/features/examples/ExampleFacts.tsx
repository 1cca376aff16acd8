import type { Example } from "../../../shared/features/examples/contract.ts";
import { formatNumber, t } from "../../client/text.ts";

/** Where an example came from, and the columns kept with it: names and values. */
export function listFacts({ source, externalId, group, split, fields }: Example) {
  const facts: [name: string, value: string][] = [];
  if (source)
    facts.push([
      t("annotations.detail.source"),
      t("annotations.detail.line", {
        file: source.fileName,
        line: formatNumber(source.lineNumber),
      }),
    ]);
  if (externalId) facts.push([t("annotations.detail.externalId"), externalId]);
  if (group) facts.push([t("annotations.detail.group"), group]);
  if (split) facts.push([t("annotations.detail.split"), t(`common.split.${split}`)]);
  return [...facts, ...Object.entries(fields)];
}

/** Rows for a `dl` of two columns. */
export function ExampleFacts(props: { facts: ReturnType<typeof listFacts> }) {
  return props.facts.map(([name, value]) => (
    <div key={name} className="contents">
      <dt dir="auto" className="max-w-40 truncate text-muted" title={name}>
        {name}
      </dt>
      <dd dir="auto" className="break-words whitespace-pre-wrap select-text">
        {value}
      </dd>
    </div>
  ));
}
