import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SplitPlan } from "../../../shared/features/versions/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice, Notice, Term, TextField } from "../../ui/index.ts";

const SPLITS = ["train", "validation", "test"] as const;
const DEFAULT_PLAN: SplitPlan = {
  seed: 42,
  ratios: { train: 80, validation: 10, test: 10 },
  keepGivenSplits: true,
};

/** How the answered examples are shared out, with the counts that this would give, before anything is frozen. */
export function FreezeDialog(props: { onClose: () => void }) {
  const [plan, setPlan] = useState(DEFAULT_PLAN);
  const sum = SPLITS.reduce((total, split) => total + plan.ratios[split], 0);
  const adds = Math.abs(sum - 100) < 1e-6;
  const preview = useQuery(orpc.versions.preview.queryOptions({ input: plan, enabled: adds }));
  const freeze = useMutation(
    orpc.versions.freeze.mutationOptions({
      meta: { showsItsOwnError: true },
      onSuccess: async () => {
        await refreshProject();
        props.onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={t("training.freeze.title")}
      description={t("training.freeze.text")}
      footer={
        <>
          <Button onClick={props.onClose}>{t("common.cancel")}</Button>
          <Button
            look="primary"
            disabled={!adds || freeze.isPending}
            onClick={() => freeze.mutate(plan)}
          >
            {t("training.freeze.confirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <PlanFields plan={plan} onChange={setPlan} />
        {adds ? null : <Notice tone="warning">{t("training.freeze.mustAdd", { sum })}</Notice>}
        {preview.data && adds ? (
          <div className="flex flex-col gap-3 rounded-md bg-sunken p-3">
            <dl className="grid grid-cols-3 gap-3">
              {SPLITS.map((split) => (
                <div key={split}>
                  <dt className="text-xs text-muted">
                    <Term term={t(`common.split.${split}.term`)}>{t(`common.split.${split}`)}</Term>
                  </dt>
                  <dd className="text-lg font-semibold tabular-nums">
                    {formatNumber(preview.data.counts[split])}
                  </dd>
                </div>
              ))}
            </dl>
            <p className="text-xs text-muted">
              {t("training.freeze.leftOut", { leftOut: preview.data.leftOut })}
            </p>
          </div>
        ) : null}
        {preview.data?.counts.test === 0 && adds ? (
          <Notice tone="warning">{t("training.freeze.noTest")}</Notice>
        ) : null}
        {preview.isError ? <ErrorNotice error={preview.error} /> : null}
        {freeze.isError ? <ErrorNotice error={freeze.error} /> : null}
      </div>
    </Dialog>
  );
}

function PlanFields(props: { plan: SplitPlan; onChange: (plan: SplitPlan) => void }) {
  const { plan, onChange } = props;
  return (
    <>
      <div className="grid grid-cols-3 gap-3">
        {SPLITS.map((split) => (
          <TextField
            key={split}
            type="number"
            min={0}
            max={100}
            label={t("training.freeze.share", { split: t(`common.split.${split}`) })}
            value={plan.ratios[split]}
            onChange={(event) =>
              onChange({
                ...plan,
                ratios: { ...plan.ratios, [split]: Number(event.target.value) },
              })
            }
          />
        ))}
      </div>
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-1 accent-(--accent)"
          checked={plan.keepGivenSplits}
          onChange={(event) => onChange({ ...plan, keepGivenSplits: event.target.checked })}
        />
        <span>
          {t("training.freeze.keepGiven")}
          <span className="block text-xs text-muted">{t("training.freeze.keepGivenHint")}</span>
        </span>
      </label>
      <TextField
        type="number"
        min={0}
        label={t("training.freeze.seed")}
        hint={t("training.freeze.seedHint")}
        className="max-w-44"
        value={plan.seed}
        onChange={(event) => onChange({ ...plan, seed: Math.trunc(Number(event.target.value)) })}
      />
    </>
  );
}
