import { useQuery } from "@tanstack/react-query";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { systemMessage } from "../../../shared/features/versions/chat-messages.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { ScrollRegion, Term } from "../../ui/index.ts";
import { SaveBar, TextPane } from "./text-pane.tsx";
import { useDefinitionChanges } from "./use-definition.ts";
import { useTextDraft } from "./use-text-draft.ts";

/** The words before each example, beside exactly what the model will be given. */
export function PromptEditor(props: { definition: Definition }) {
  const { definition } = props;
  const { saveSystemPrompt } = useDefinitionChanges();
  const draft = useTextDraft(definition.systemPrompt, (text) =>
    saveSystemPrompt.mutateAsync({ text }),
  );
  const saved = definition.systemPrompt === "" ? "" : t("definitions.text.saved");
  return (
    <>
      <p className="max-w-prose px-4 pt-3 text-muted">{t("definitions.prompt.lead")}</p>
      <div className="grid min-h-0 flex-1 grid-cols-2 gap-4 p-4">
        <TextPane
          label={t("definitions.prompt.edit")}
          placeholder={t("definitions.prompt.placeholder")}
          maxLength={50_000}
          draft={draft}
        />
        <WhatTheModelSees system={systemMessage({ ...definition, systemPrompt: draft.text })} />
      </div>
      <SaveBar draft={draft} saving={saveSystemPrompt.isPending} saved={saved} />
    </>
  );
}

function WhatTheModelSees(props: { system: string }) {
  const first = useQuery(
    orpc.examples.list.queryOptions({ input: { offset: 0, limit: 1, filter: {} } }),
  ).data?.rows[0];
  return (
    <section className="flex min-h-0 flex-col gap-1">
      <h2 className="text-sm font-medium">{t("definitions.prompt.preview")}</h2>
      <ScrollRegion
        aria-label={t("definitions.prompt.preview")}
        className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto rounded-md border border-line bg-bg px-4 py-3"
      >
        <Message
          title={t("definitions.prompt.system")}
          term={t("definitions.prompt.systemTerm")}
          text={props.system}
          otherwise={t("definitions.prompt.nothing")}
        />
        <Message
          title={t("definitions.prompt.user")}
          term={t("definitions.prompt.userTerm")}
          text={first?.input ?? ""}
          otherwise={t("definitions.prompt.noExample")}
        />
        <p className="mt-auto text-xs text-muted">{t("definitions.prompt.sharedNote")}</p>
      </ScrollRegion>
    </section>
  );
}

function Message(props: { title: string; term: string; text: string; otherwise: string }) {
  return (
    <div>
      <h3 className="mb-1 text-xs font-medium text-muted">
        <Term term={props.term}>{props.title}</Term>
      </h3>
      {props.text === "" ? (
        <p className="text-muted">{props.otherwise}</p>
      ) : (
        <p dir="auto" className="break-words whitespace-pre-wrap">
          {props.text}
        </p>
      )}
    </div>
  );
}
