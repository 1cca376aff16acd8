import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { SampleProject } from "../../../shared/features/projects/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Badge, Button, Panel, ProgressBar } from "../../ui/index.ts";

/** Two finished-looking projects to look around in, with the licence of their data. */
export function SampleProjects() {
  const samples = useQuery(orpc.projects.listSamples.queryOptions()).data;
  const create = useMutation(
    orpc.projects.createSample.mutationOptions({
      onSuccess: () => {
        goTo({ step: "bring" });
        return refreshProject();
      },
    }),
  );
  if (!samples) return null;
  return (
    <Panel title={t("projects.samples.title")}>
      <ul className="-my-4 divide-y divide-line">
        {samples.map((sample) => (
          <li key={sample.sampleId} className="py-4">
            <Sample
              sample={sample}
              making={create.isPending && create.variables.sampleId === sample.sampleId}
              disabled={create.isPending}
              onOpen={() => create.mutate({ sampleId: sample.sampleId })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sample(props: {
  sample: SampleProject;
  making: boolean;
  disabled: boolean;
  onOpen: () => void;
}) {
  const { sample } = props;
  const name = t(`projects.sample.${sample.sampleId}.name`);
  return (
    <div className="flex flex-col items-start gap-2">
      <h3 className="font-semibold">{name}</h3>
      <p>{t(`projects.sample.${sample.sampleId}.text`)}</p>
      <p className="flex flex-wrap gap-1.5">
        <Badge tone="accent">{t(`projects.taskType.${sample.taskType}.name`)}</Badge>
        <Badge>{t("projects.sample.examples", { examples: formatNumber(sample.examples) })}</Badge>
      </p>
      <p className="text-xs break-words text-muted">
        {t("projects.sample.source", { attribution: sample.attribution })}
        {". "}
        {t("projects.sample.licence", { licence: sample.licence })}
      </p>
      {props.making ? (
        <Making />
      ) : (
        <Button
          size="small"
          disabled={props.disabled}
          aria-label={t("projects.sample.openNamed", { name })}
          onClick={props.onOpen}
        >
          {t("projects.sample.open")}
        </Button>
      )}
    </div>
  );
}

/** The backend answers once, at the end: what can be said truly until then is the time that passed. */
function Making() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((value) => value + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const label = t("projects.sample.making");
  return (
    <div className="flex w-full flex-col gap-1.5">
      <p className="flex justify-between gap-3 text-sm">
        <output>{label}</output>
        <span className="text-muted tabular-nums">{t("projects.sample.seconds", { seconds })}</span>
      </p>
      <ProgressBar label={label} done={seconds} />
    </div>
  );
}
