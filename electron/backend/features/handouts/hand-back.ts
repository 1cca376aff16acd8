import { AppError } from "#shared/errors/app-error.ts";
import type { ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import type { Statement } from "#shared/features/handouts/bundle.ts";
import type { Db } from "../../db/open.ts";
import type { People } from "../../identity/people.ts";
import { newId } from "../../ids.ts";
import type { ExpertService } from "../experts/service.ts";
import type { BundleMaker } from "./bundle-maker.ts";
import { sliceQueries, statementQueries } from "./slice-queries.ts";
import { textHash } from "./text-hash.ts";

interface HandBackDeps {
  people: People;
  experts: ExpertService;
  bundles: BundleMaker;
}

/** Sending back what was done in a project that is a slice of a colleague's. */
export function createHandBack(db: Db, { people, experts, bundles }: HandBackDeps) {
  const slices = sliceQueries(db);
  const queries = statementQueries(db);

  function listStatements(me: number): Statement[] {
    return Array.from(queries.listStated(me), ({ input, payload, ...statement }) => ({
      ...statement,
      textHash: textHash({
        input,
        payload: payload === null ? null : (JSON.parse(payload) as ExamplePayload),
      }),
    }));
  }

  return {
    findSlice: () => slices.read(),

    /** How much of the slice whoever sits here has done. */
    countDone() {
      const me = experts.findPersonKey() ?? -1;
      const counts = { examples: 0, answered: 0, skipped: 0 };
      for (const { state } of queries.listStated(me)) {
        counts.examples += 1;
        if (state !== "open") counts[state] += 1;
      }
      return counts;
    },

    /** May be done as often as wanted: the newest return is the one that counts. */
    createReturn: async (passphrase: string | undefined) => {
      const slice = slices.read();
      if (!slice) throw new AppError("notASlice");
      const present = people.current();
      if (!present) throw new AppError("nobodyNamed");
      const me = db.transaction(() => experts.getPersonKey())();
      const answers = listStatements(me);
      const saved = await bundles.make({
        content: {
          kind: "return",
          rows: { labels: queries.listLabels(), answers, rules: queries.listRules(me) },
          bundleId: newId(),
          handoutId: slice.handoutId,
          project: slice.project,
          createdAtMs: Date.now(),
        },
        name: `${slice.project.name} - ${present.name}`,
        passphrase,
      });
      const count = (state: Statement["state"]) =>
        answers.filter((each) => each.state === state).length;
      const [answered, skipped] = [count("answered"), count("skipped")];
      return { ...saved.file, examples: answers.length, overlap: 0, answered, skipped };
    },
  };
}
