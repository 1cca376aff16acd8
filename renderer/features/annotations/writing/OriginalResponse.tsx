import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { orpc } from "../../../client/rpc.ts";
import { t } from "../../../client/text.ts";
import { ScrollRegion } from "../../../ui/index.ts";
import { diffWords } from "./word-diff.ts";

/** The response as it came, with what the present text takes out and adds. */
export function OriginalResponse(props: { exampleId: string; present: string }) {
  const example = useQuery(
    orpc.examples.get.queryOptions({ input: { exampleId: props.exampleId } }),
  );
  const present = useDeferredValue(props.present);
  const first = example.data?.history[0]?.value;
  const original = first?.kind === "write" ? first.response : "";
  const parts = useMemo(() => diffWords(original, present), [original, present]);
  if (!example.data) return null;
  return (
    <ScrollRegion
      aria-label={t("annotations.write.original")}
      dir="auto"
      className="min-w-0 flex-1 overflow-auto rounded-md bg-sunken px-3 py-2 text-[0.9375rem] leading-relaxed break-words whitespace-pre-wrap"
    >
      {parts === null
        ? original
        : parts.map((part, at) => {
            // Parts have no identity of their own; they are drawn anew as a whole.
            const key = `${at} ${part.kind}`;
            if (part.kind === "removed")
              return (
                <del key={key} className="rounded-sm bg-danger-soft text-danger">
                  {part.text}
                </del>
              );
            if (part.kind === "added")
              return (
                <ins key={key} className="rounded-sm bg-success-soft text-success underline">
                  {part.text}
                </ins>
              );
            return <span key={key}>{part.text}</span>;
          })}
    </ScrollRegion>
  );
}
