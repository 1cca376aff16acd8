import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { LABELLED_TASK_TYPES } from "../../../shared/features/projects/task-type.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Badge, ScreenFrame, WriteScope } from "../../ui/index.ts";
import { RulesEditor, useRules } from "../rules/index.ts";
import { GuidelineEditor } from "./GuidelineEditor.tsx";
import { LabelsEditor } from "./LabelsEditor.tsx";
import { PromptEditor } from "./PromptEditor.tsx";
import { TaskTypeRow } from "./TaskTypeRow.tsx";
import { useDefinition } from "./use-definition.ts";

export function DefineScreen() {
  const definition = useDefinition();
  return definition ? <Define definition={definition} /> : null;
}

/** What a right answer is: the labels, the rules for people, the words for the model. */
function Define(props: { definition: Definition }) {
  const { definition } = props;
  const rules = useRules().length;
  const hasLabels = LABELLED_TASK_TYPES.includes(definition.taskType);
  return (
    <ScreenFrame
      fill
      wide
      title={t("definitions.title")}
      lead={t(hasLabels ? "definitions.lead.labels" : "definitions.lead.texts")}
      actions={
        <WriteScope>
          <TaskTypeRow taskType={definition.taskType} />
        </WriteScope>
      }
    >
      <Tabs.Root
        // Another task type has other parts: start again at its first one.
        key={definition.taskType}
        defaultValue={hasLabels ? "labels" : "guideline"}
        className="flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-surface"
      >
        <Tabs.List
          aria-label={t("definitions.sections")}
          className="flex gap-1 border-b border-line px-2"
        >
          {hasLabels ? (
            <Tab value="labels" title={t("definitions.tab.labels")}>
              <Badge>{formatNumber(definition.labels.length)}</Badge>
            </Tab>
          ) : null}
          <Tab value="guideline" title={t("definitions.tab.guideline")}>
            {definition.guideline.body === "" ? <Badge>{t("definitions.tab.empty")}</Badge> : null}
          </Tab>
          <Tab value="rules" title={t("rules.tab")}>
            {rules > 0 ? <Badge>{formatNumber(rules)}</Badge> : null}
          </Tab>
          <Tab value="prompt" title={t("definitions.tab.prompt")}>
            {definition.systemPrompt === "" ? <Badge>{t("definitions.tab.empty")}</Badge> : null}
          </Tab>
        </Tabs.List>
        {hasLabels ? (
          <Part value="labels">
            <LabelsEditor labels={definition.labels} />
          </Part>
        ) : null}
        <Part value="guideline">
          <GuidelineEditor guideline={definition.guideline} />
        </Part>
        <Part value="rules">
          <RulesEditor labels={definition.labels} />
        </Part>
        <Part value="prompt">
          <PromptEditor definition={definition} />
        </Part>
      </Tabs.Root>
    </ScreenFrame>
  );
}

function Tab(props: { value: string; title: string; children: ReactNode }) {
  return (
    <Tabs.Trigger
      value={props.value}
      className="-mb-px flex h-10 items-center gap-2 border-b-2 border-transparent px-3 font-medium text-muted -outline-offset-2! hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
    >
      {props.title}
      {props.children}
    </Tabs.Trigger>
  );
}

function Part(props: { value: string; children: ReactNode }) {
  return (
    <Tabs.Content
      value={props.value}
      tabIndex={-1}
      className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden"
    >
      <WriteScope>{props.children}</WriteScope>
    </Tabs.Content>
  );
}
