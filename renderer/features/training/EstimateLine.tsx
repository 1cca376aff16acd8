import { useQuery } from "@tanstack/react-query";
import type { TrainingTarget } from "../../../shared/features/training/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t, userLocale } from "../../client/text.ts";

const money = (amount: number, currency: string) =>
  new Intl.NumberFormat(userLocale, { style: "currency", currency }).format(amount);

/** Rows, tokens, time and cost; what is not known is said to be unknown. */
export function EstimateLine(props: { target: TrainingTarget }) {
  const estimate = useQuery(orpc.training.estimate.queryOptions({ input: props.target })).data;
  if (!estimate) return null;
  const { cost, seconds } = estimate;
  const isFree = cost !== null && cost.high === 0;
  return (
    <p className="text-sm text-muted">
      {t("training.estimate.rows", {
        rows: formatNumber(estimate.trainRows),
        tokens: formatNumber(estimate.trainTokens),
      })}{" "}
      {seconds
        ? t("training.estimate.seconds", {
            low: formatNumber(Math.ceil(seconds.low)),
            high: formatNumber(Math.ceil(seconds.high)),
          })
        : t("training.estimate.noTime")}{" "}
      {isFree
        ? t("training.estimate.free")
        : cost
          ? t("training.estimate.cost", {
              low: money(cost.low, cost.currency),
              high: money(cost.high, cost.currency),
              asOf: cost.asOf,
            })
          : t("training.estimate.noCost")}
    </p>
  );
}
