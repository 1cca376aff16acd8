import { useMutation, useQuery } from "@tanstack/react-query";
import type { ErrorCode } from "../../../shared/errors/codes.ts";
import type { Learning } from "../../../shared/features/suggestions/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button } from "../../ui/index.ts";
import { useSuggestions } from "./suggestions.ts";

const keep = (learning: Learning): void => useSuggestions.setState({ learning });

/** Why nothing is proposed for the example on the desk, and what can be done about it. */
export function WithoutSuggestion({ learning }: { learning: Learning }) {
  if (learning.phase === "needsConsent") return <Consent service={learning.service} />;
  if (learning.phase === "failed") return <Failed learning={learning} />;
  return <span className="text-muted">{textOf(learning)}</span>;
}

function textOf({ phase, missing, service }: Learning): string {
  if (phase === "tooFew") return t("suggestions.tooFew", { missing });
  if (phase === "learning") return t("suggestions.learning");
  if (phase === "asking") return t("suggestions.asking", { name: service?.name ?? "" });
  return t("suggestions.none");
}

/** Nothing leaves the computer before somebody said yes, and the yes ends with the project's closing. */
function Consent({ service }: { service: Learning["service"] }) {
  const settings = useQuery(orpc.annotations.settings.queryOptions()).data;
  const agree = useMutation(orpc.suggestions.agree.mutationOptions({ onSuccess: keep }));
  const source = settings?.suggestionsFrom;
  if (!service || source?.kind !== "connection") return null;
  return (
    <>
      <span className="min-w-0 flex-1 text-pretty">{t("suggestions.consent", service)}</span>
      <Button
        size="small"
        disabled={agree.isPending}
        onClick={() => agree.mutate({ connectionId: source.connectionId })}
      >
        {t("suggestions.agree")}
      </Button>
    </>
  );
}

function Failed({ learning }: { learning: Learning }) {
  const retry = useMutation(orpc.suggestions.retry.mutationOptions({ onSuccess: keep }));
  const { problem } = learning;
  return (
    <>
      <span className="min-w-0 flex-1 text-pretty text-muted">
        {t("suggestions.failed")}{" "}
        {problem ? t(`errors.${problem.code as ErrorCode}.what`, problem.params) : ""}
      </span>
      <Button size="small" disabled={retry.isPending} onClick={() => retry.mutate({})}>
        {t("suggestions.retry")}
      </Button>
    </>
  );
}
