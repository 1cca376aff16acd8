import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../../client/rpc.ts";
import { t } from "../../../client/text.ts";
import { ScrollRegion } from "../../../ui/index.ts";
import { ChangedText } from "./ChangedText.tsx";

/** The response as it came, with what the present text takes out and adds. */
export function OriginalResponse(props: { exampleId: string; present: string }) {
  const example = useQuery(
    orpc.examples.get.queryOptions({ input: { exampleId: props.exampleId } }),
  );
  const first = example.data?.history[0]?.value;
  const original = first?.kind === "write" ? first.response : "";
  if (!example.data) return null;
  return (
    <ScrollRegion
      aria-label={t("annotations.write.original")}
      dir="auto"
      className="min-w-0 flex-1 overflow-auto rounded-md bg-sunken px-3 py-2 text-[0.9375rem] leading-relaxed break-words whitespace-pre-wrap"
    >
      <ChangedText before={original} after={props.present} uncompared="before" />
    </ScrollRegion>
  );
}
