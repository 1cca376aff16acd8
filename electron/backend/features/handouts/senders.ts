import { AppError } from "#shared/errors/app-error.ts";
import type { Sender } from "#shared/features/handouts/bundle.ts";
import type { Db } from "../../db/open.ts";
import { fingerprintOf } from "../../identity/keys.ts";
import type { People } from "../../identity/people.ts";
import { newId } from "../../ids.ts";
import { handoutQueries } from "./queries.ts";
import { peopleQueries, type PersonRow } from "./people-queries.ts";

const sameName = (a: string, b: string): boolean =>
  a.normalize("NFC").trim().toLowerCase() === b.normalize("NFC").trim().toLowerCase();

/** Who sends bundles to a project, and whether their signature was confirmed. */
export function createSenders(db: Db, people: Pick<People, "list">) {
  const queries = peopleQueries(db);
  const handouts = handoutQueries(db);

  const isLocal = ({ annotatorId, publicKey }: Sender): boolean =>
    people.list().some((each) => each.annotatorId === annotatorId && each.publicKey === publicKey);

  const isTrusted = ({ trusted }: PersonRow, sender: Sender) => trusted === 1 || isLocal(sender);

  /** Throws `senderKeyChanged` for somebody who signs otherwise than before, or with another's key. */
  function find(sender: Sender): PersonRow | undefined {
    const { annotatorId, publicKey, name } = sender;
    const known = queries.list();
    const stranger = known.some(
      (each) =>
        each.publicKey !== null &&
        (each.annotatorId === annotatorId) !== (each.publicKey === publicKey),
    );
    if (stranger) throw new AppError("senderKeyChanged", { sender: name });
    return known.find((each) => each.annotatorId === annotatorId);
  }

  return {
    list: queries.list,
    /** Whether bundles of this sender are taken without asking; throws `senderKeyChanged`. */
    judge(sender: Sender): { known: boolean; sameNameKnown: boolean } {
      const person = find(sender);
      const known = person !== undefined && isTrusted(person, sender);
      const sameNameKnown = queries
        .list()
        .some(
          (each) =>
            each.annotatorId !== sender.annotatorId &&
            each.publicKey !== null &&
            sameName(each.name, sender.name),
        );
      return { known, sameNameKnown };
    },

    /**
     * The key of a sender, whom `trust` makes known for good. Somebody who got a hand-out under the name that
     * its maker typed takes that place. Throws `senderUnknown`, `senderKeyChanged`.
     */
    getKey(sender: Sender, handoutId: string, trust: boolean): number {
      const person = find(sender);
      if (person && isTrusted(person, sender)) return person.key;
      if (!trust) {
        const fingerprint = fingerprintOf(sender.publicKey);
        throw new AppError("senderUnknown", { sender: sender.name, fingerprint });
      }
      const recipient = handouts.findRecipient(handoutId);
      const free = queries
        .list()
        .find(({ key, publicKey }) => key === recipient && publicKey === null)?.key;
      const key = person?.key ?? free ?? queries.insert(sender.annotatorId, sender.name);
      queries.trust({ key, ...sender, atMs: Date.now() });
      if (free !== undefined && free !== key) handouts.setRecipient(free, key);
      return key;
    },

    /** Somebody to hand out to: one of the project's people, or a new name. */
    getRecipient(to: { annotatorId: string } | { name: string }, me: number): PersonRow {
      const others = queries.list().filter(({ key }) => key !== me);
      const known = others.find((each) =>
        "annotatorId" in to ? each.annotatorId === to.annotatorId : sameName(each.name, to.name),
      );
      if (known) return known;
      if ("annotatorId" in to) throw new AppError("notFound", { thing: "person" });
      const annotatorId = newId();
      const key = queries.insert(annotatorId, to.name);
      return { key, annotatorId, name: to.name, publicKey: null, trusted: 0 };
    },
    /** The same without making anybody known. */
    findRecipient(to: { annotatorId: string } | { name: string }): PersonRow | undefined {
      return queries
        .list()
        .find((each) =>
          "annotatorId" in to ? each.annotatorId === to.annotatorId : sameName(each.name, to.name),
        );
    },
  };
}
export type Senders = ReturnType<typeof createSenders>;
