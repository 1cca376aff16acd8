import type { TrainingRun } from "../../../shared/features/training/contract.ts";
import { t } from "../../client/text.ts";

/** What people call the model of a training; the instant model's own name says nothing to them. */
export const modelName = (run: TrainingRun): string =>
  run.providerId === "instant"
    ? t("training.provider.instant.name")
    : (run.tunedModel ?? run.baseModel);
