import { AppError } from "#shared/errors/app-error.ts";
import type { BundleProblem } from "#shared/features/handouts/bundle.ts";

/** The whole bundle is refused; `detail` names the entry concerned, cut so that no error grows with its cause. */
export const refused = (problem: BundleProblem, detail = "", cause?: unknown): AppError =>
  new AppError("bundleRefused", { problem, detail: shown(detail) }, { cause });

const shown = (detail: string): string =>
  // oxlint-disable-next-line no-control-regex -- names of a hostile file may hold any character
  detail.replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "�").slice(0, 80);
