import { AppError } from "#shared/errors/app-error.ts";
import type { Definition } from "#shared/features/definitions/contract.ts";
import { chooseExamples, overlapOf } from "#shared/features/handouts/choose-examples.ts";
import type { BundleSaved, HandoutPlan } from "#shared/features/handouts/contract.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { ExpertService } from "../experts/service.ts";
import type { BundleMaker } from "./bundle-maker.ts";
import { choosingQueries, handoutQueries } from "./queries.ts";
import type { Senders } from "./senders.ts";
import { createSliceRows } from "./slice-rows.ts";

export type Recipient = { annotatorId: string } | { name: string };
export interface NewHandout extends HandoutPlan {
  to: Recipient;
  withAnswers: boolean;
  passphrase?: string | undefined;
}

interface HandOutDeps {
  experts: ExpertService;
  senders: Senders;
  bundles: BundleMaker;
  projectInfo: () => ProjectInfo;
  definition: () => Definition;
  /** Runs an action as one reversible step. */
  record: <T>(act: () => T) => T;
}

/** Giving a part of the examples to a colleague, as one file. */
export function createHandOut(db: Db, deps: HandOutDeps) {
  const choosing = choosingQueries(db);
  const queries = handoutQueries(db);
  const sliceRows = createSliceRows(db, deps);

  const listCandidates = ({ which, filter }: HandoutPlan, recipient: number | null) =>
    choosing.listCandidates(which, filter, recipient);

  return {
    /** What somebody has already is not given to them again. */
    plan(input: HandoutPlan & { annotatorId?: string | undefined }) {
      const { annotatorId } = input;
      const known =
        annotatorId === undefined ? undefined : deps.senders.findRecipient({ annotatorId });
      const available = listCandidates(input, known?.key ?? null).length;
      const examples = Math.min(available, input.count);
      return { available, examples, overlap: overlapOf(examples, input.overlapShare) };
    },

    /** The file first: only what lies on the disk counts as handed out. */
    async create(input: NewHandout): Promise<BundleSaved> {
      const known = deps.senders.findRecipient(input.to);
      const handoutId = newId();
      const candidates = listCandidates(input, known?.key ?? null);
      if (candidates.length === 0) throw new AppError("nothingToHandOut");
      const { count, overlapShare } = input;
      const chosen = chooseExamples(candidates, { count, overlapShare, seed: handoutId });
      const name = known?.name ?? ("name" in input.to ? input.to.name : "");
      const info = deps.projectInfo();
      const atMs = Date.now();
      const saved = await deps.bundles.make({
        content: {
          kind: "slice",
          rows: sliceRows(chosen, input.withAnswers),
          bundleId: newId(),
          handoutId,
          project: { id: info.id, name: info.name },
          createdAtMs: atMs,
        },
        name: `${info.name} - ${name}`,
        passphrase: input.passphrase,
      });
      try {
        deps.record(() => {
          const me = deps.experts.getPersonKey();
          const recipient = deps.senders.getRecipient(input.to, me).key;
          queries.insert({ handoutId, recipient, me, ...chosen, atMs });
        });
      } catch (error) {
        saved.remove();
        throw error;
      }
      const { exclusive, overlap } = chosen;
      const examples = exclusive.length + overlap.length;
      return { ...saved.file, examples, overlap: overlap.length };
    },

    callBack(handoutId: string) {
      const key = queries.findKey(handoutId);
      if (key === undefined) throw new AppError("notFound", { thing: "hand-out" });
      return { examples: queries.callBack(key, Date.now()) };
    },
  };
}
