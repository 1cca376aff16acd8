import type { Definition } from "#shared/features/definitions/contract.ts";
import type { ProjectPerson, Together } from "#shared/features/handouts/contract.ts";
import type { ActionName } from "#shared/features/history/contract.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import type { Db } from "../../db/open.ts";
import { fingerprintOf } from "../../identity/keys.ts";
import type { ExpertService } from "../experts/service.ts";
import { type BundleMakerDeps, createBundleMaker } from "./bundle-maker.ts";
import { createHandBack } from "./hand-back.ts";
import { createHandOut } from "./hand-out.ts";
import { createMergeBack } from "./merge-back.ts";
import { handoutListQueries } from "./queries.ts";
import { createSenders } from "./senders.ts";

export interface HandoutDeps extends BundleMakerDeps {
  experts: ExpertService;
  project: { info: () => ProjectInfo };
  definitions: { get: () => Definition };
  annotations: { counts: () => { disputed: number } };
  history: { record: <T>(action: ActionName, exampleId: string | null, act: () => T) => T };
}

/** Working on one project with others, without a server: files go out, files come back. */
export function createHandoutService(db: Db, deps: HandoutDeps) {
  const { people, experts, project, definitions } = deps;
  const senders = createSenders(db, people);
  const bundles = createBundleMaker(deps);
  const record = <T>(action: ActionName, act: () => T): T => deps.history.record(action, null, act);
  const queries = handoutListQueries(db);
  const handOut = createHandOut(db, {
    experts,
    senders,
    bundles,
    projectInfo: () => project.info(),
    definition: () => definitions.get(),
    record: (act) => record("handOut", act),
  });
  const handBack = createHandBack(db, { people, experts, bundles });
  const mergeBack = createMergeBack(db, {
    experts,
    senders,
    projectId: () => project.info().id,
    taskType: () => definitions.get().taskType,
    record: (act) => record("mergeReturn", act),
  });

  function listPeople(): ProjectPerson[] {
    const me = experts.findPersonKey();
    const current = people.current();
    return senders.list().map(({ key, annotatorId, name, publicKey, trusted }) => ({
      annotatorId,
      // A project gets to know a new name with the next answer.
      name: key === me && current ? current.name : name,
      isCurrent: key === me,
      fingerprint:
        publicKey !== null && (trusted === 1 || key === me) ? fingerprintOf(publicKey) : null,
    }));
  }

  return {
    together(): Together {
      const slice = handBack.findSlice();
      return {
        people: listPeople(),
        handouts: queries.list(),
        merged: mergeBack.listMerged(),
        disputed: deps.annotations.counts().disputed,
        slice: slice && {
          handoutId: slice.handoutId,
          projectId: slice.project.id,
          projectName: slice.project.name,
          ownerName: slice.sender.name,
          openedAtMs: slice.openedAtMs,
        },
        done: slice && handBack.countDone(),
      };
    },
    ...handOut,
    createReturn: handBack.createReturn,
    describeReturn: mergeBack.describe,
    previewMerge: mergeBack.preview,
    merge: mergeBack.merge,
  };
}
export type HandoutService = ReturnType<typeof createHandoutService>;
