import { AppError } from "#shared/errors/app-error.ts";
import {
  NEAREST,
  type RevisitChoice,
  REVISITED_AT_MOST,
  type Rule,
} from "#shared/features/rules/contract.ts";
import { renderGuideline } from "#shared/features/rules/render-guideline.ts";
import type { Db } from "../../db/open.ts";
import { newId } from "../../ids.ts";
import type { ExpertService } from "../experts/service.ts";
import type { RevisitService } from "../revisits/service.ts";
import type { SimilarService } from "../similar/service.ts";
import { ruleQueries } from "./queries.ts";

interface RuleChange {
  ruleId: string;
  body?: string | undefined;
  labelIds?: string[] | undefined;
  revisit: RevisitChoice;
}

/** The rules that grew while labelling: dated, each with the example that called for it. */
export function createRuleService(
  db: Db,
  parts: { experts: ExpertService; revisits: RevisitService; similar: SimilarService },
) {
  const { experts, revisits, similar } = parts;
  const queries = ruleQueries(db);

  function getRule(ruleId: string) {
    const rule = queries.find(ruleId);
    if (!rule) throw new AppError("notFound", { thing: "rule" });
    return rule;
  }

  /** The labels of a rule before and after a change; none in either means every answer. */
  function labelsConcerned(ruleId: string, labelIds: readonly string[] | undefined): string[] {
    const before = getRule(ruleId).labelIds;
    const after = labelIds ?? before;
    return before.length === 0 || after.length === 0 ? [] : [...new Set([...before, ...after])];
  }

  return {
    list: (): Rule[] => queries.list(),

    /** Call it inside a recorded step, like all that follow. */
    add(input: { body: string; labelIds: string[]; exampleId?: string | undefined }): Rule[] {
      const { body, labelIds, exampleId = null } = input;
      const [ruleId, person, atMs] = [newId(), experts.getPersonKey(), Date.now()];
      queries.insert({ ruleId, body, labelIds, exampleId, person, atMs });
      return queries.list();
    },

    /** How many answered examples a change concerns. */
    concerned: (input: { ruleId: string; labelIds?: string[] | undefined }) => ({
      examples: queries.countConcerned(labelsConcerned(input.ruleId, input.labelIds)),
    }),

    /** Before the step: which answers are looked at once more, as keys of their examples. */
    async chooseRevisited(input: Omit<RuleChange, "body">): Promise<number[]> {
      if (input.revisit === "none") return [];
      const labelIds = labelsConcerned(input.ruleId, input.labelIds);
      if (input.revisit === "all") return queries.listConcerned(labelIds, REVISITED_AT_MOST);
      const { exampleId } = getRule(input.ruleId);
      if (exampleId === null) throw new AppError("notFound", { thing: "example" });
      const among = Int32Array.from(
        queries.listConcerned(labelIds, queries.countConcerned(labelIds)),
      );
      return similar.findNearest({ exampleId, among, most: NEAREST });
    },

    change({ ruleId, body, labelIds }: RuleChange, revisited: readonly number[]) {
      const rule = getRule(ruleId);
      queries.update({
        key: rule.key,
        body: body ?? rule.body,
        labelIds: labelIds ?? rule.labelIds,
        atMs: Date.now(),
      });
      const person = experts.getPersonKey();
      const count = revisits.planForRule({ keys: revisited, person, ruleKey: rule.key });
      return { rules: queries.list(), revisited: count };
    },

    remove(ruleId: string, revisited: readonly number[]) {
      const rule = getRule(ruleId);
      queries.remove(rule.key, Date.now());
      const person = experts.getPersonKey();
      const count = revisits.planForRule({ keys: revisited, person, ruleKey: rule.key });
      return { rules: queries.list(), revisited: count };
    },

    /** The written guideline with the rules below it, by label and day. */
    withRules(guideline: string): string {
      const names = queries.listLabelNames();
      const placeOf = new Map(names.map(({ labelId }, place) => [labelId, place]));
      const placed = queries.list().map((rule) => ({
        ...rule,
        labels: names.filter(({ labelId }) => rule.labelIds.includes(labelId)),
        place: Math.min(
          ...rule.labelIds.map((id) => placeOf.get(id) ?? names.length),
          names.length,
        ),
      }));
      placed.sort(
        (a, b) => a.place - b.place || a.madeAtMs - b.madeAtMs || (a.body < b.body ? -1 : 1),
      );
      return renderGuideline(
        guideline,
        placed.map((rule) => ({ ...rule, labels: rule.labels.map(({ name }) => name) })),
      );
    },
  };
}
export type RuleService = ReturnType<typeof createRuleService>;
