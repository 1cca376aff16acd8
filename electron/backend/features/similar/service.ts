import type { SimilarFound, SimilarMode, SimilarNews } from "#shared/features/similar/contract.ts";
import { proposeAnswer } from "#shared/features/similar/propose-answer.ts";
import { AppError } from "#shared/errors/app-error.ts";
import type { Db } from "../../db/open.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import { annotationQueries } from "../annotations/queries.ts";
import type { ExpertService } from "../experts/service.ts";
import { getSource } from "./find-similar.ts";
import type { SimilarProgress, SimilarTask } from "./find-similar.worker.ts";
import { followWork } from "./follow-work.ts";
import { applyQueries, similarQueries } from "./queries.ts";

type Watch = (progress: SimilarProgress) => void;

/** Finds examples that are alike, away from the main thread, and gives them the same answer. */
export function createSimilarService(db: Db, path: string, experts: ExpertService) {
  const queries = similarQueries(db);
  const applying = applyQueries(db);
  // For the ids of the answers it writes.
  annotationQueries(db);
  let closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  function run<Result>(
    task: SimilarTask,
    signal: AbortSignal | undefined,
    onProgress: Watch = () => {},
  ): Promise<Result> {
    const work = runWorker<SimilarTask, SimilarProgress, Result>("find-similar", {
      input: task,
      signal: signal ? AbortSignal.any([signal, closing.signal]) : closing.signal,
      onMessage: onProgress,
    });
    const settled = work.catch(() => undefined);
    running.add(settled);
    void settled.finally(() => running.delete(settled));
    return work;
  }

  return {
    /** Tells how far it is whenever it knows more, and at last what was found. */
    async *find(
      input: { exampleId: string; mode?: SimilarMode | undefined },
      signal?: AbortSignal,
    ): AsyncGenerator<SimilarNews> {
      const task: SimilarTask = { kind: "similar", path, ...input };
      const news = followWork(
        (progress: Watch, end) => run<SimilarFound>(task, end, progress),
        signal,
      );
      for await (const each of news)
        yield "result" in each
          ? { kind: "found", found: each.result }
          : { kind: "progress", ...each.progress };
    },

    /** The keys of those among the given examples that are most like one example. */
    findNearest: (input: { exampleId: string; among: Int32Array; most: number }) =>
      run<number[]>({ kind: "nearest", path, ...input }, undefined),

    /** Call it inside a recorded step. Those that have the answer by now, or that are others' to answer, stay. */
    apply(input: { exampleId: string; mode: SimilarMode; exampleIds: string[] }) {
      const source = getSource(queries, input.exampleId);
      const { answer } = source;
      if (!answer || input.mode === "oneByOne")
        throw new AppError("answerDoesNotFit", { detail: "otherTask" });
      const correction = { input: source.input, before: source.before, after: answer };
      const answers = queries.listWholeTargets(input.exampleIds).flatMap((target) => {
        if (target.isOthers || target.key === source.key) return [];
        const value = proposeAnswer(correction, target, input.mode);
        return value ? [{ key: target.key, value }] : [];
      });
      if (answers.length > 0)
        applying.answer({ answers, person: experts.getPersonKey(), atMs: Date.now() });
      return { changed: answers.length };
    },

    /** Calls off every search, whoever waits for it. */
    async stop(): Promise<void> {
      closing.abort();
      await Promise.all(running);
      closing = new AbortController();
    },

    /** The same for good; their connections must be gone before the file is closed. */
    async close(): Promise<void> {
      closing.abort();
      await Promise.all(running);
    },
  };
}
export type SimilarService = ReturnType<typeof createSimilarService>;
