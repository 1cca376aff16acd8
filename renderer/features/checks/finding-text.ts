import type { Finding } from "../../../shared/features/checks/contract.ts";
import { t } from "../../client/text.ts";

const paramsOf = (finding: Finding) => ({ examples: finding.examples, ...finding.params });

export const titleOf = (finding: Finding): string =>
  t(`checks.finding.${finding.code}.title`, paramsOf(finding));

export const whyOf = (finding: Finding): string =>
  t(`checks.finding.${finding.code}.why`, paramsOf(finding));
