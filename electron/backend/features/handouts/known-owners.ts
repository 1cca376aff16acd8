import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { AppError } from "#shared/errors/app-error.ts";
import { Sender } from "#shared/features/handouts/bundle.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import type { People } from "../../identity/people.ts";

const Known = z.array(Sender);

/** Colleagues whose slices were opened on this computer, by the keys that were confirmed then. */
export function createKnownOwners(path: string, people: Pick<People, "list">) {
  function read(): Sender[] {
    try {
      return Known.parse(JSON.parse(readFileSync(path, "utf8")));
    } catch {
      // Forgotten, then asked again: nothing worse.
      return [];
    }
  }

  /** Those who label on this computer need not confirm each other. */
  const all = (): Pick<Sender, "annotatorId" | "name" | "publicKey">[] => [
    ...people.list(),
    ...read(),
  ];

  return {
    /** Throws `senderKeyChanged` for somebody who signs otherwise than before, or with another's key. */
    judge({ annotatorId, publicKey, name }: Sender): { known: boolean; sameNameKnown: boolean } {
      const known = all();
      const isStranger = known.some(
        (each) => (each.annotatorId === annotatorId) !== (each.publicKey === publicKey),
      );
      if (isStranger) throw new AppError("senderKeyChanged", { sender: name });
      return {
        known: known.some((each) => each.annotatorId === annotatorId),
        sameNameKnown: known.some(
          (each) => each.annotatorId !== annotatorId && each.name.trim() === name.trim(),
        ),
      };
    },
    trust(sender: Sender) {
      const others = read().filter(({ annotatorId }) => annotatorId !== sender.annotatorId);
      mkdirSync(dirname(path), { recursive: true });
      writeAtomically(path, `${JSON.stringify([...others, sender], null, 2)}\n`);
    },
  };
}
export type KnownOwners = ReturnType<typeof createKnownOwners>;
