import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import { newId } from "../ids.ts";
import { fingerprintOf, signBytes } from "./keys.ts";
import { openPersonFolder, type StoredPerson } from "./person-folder.ts";

/** Somebody who labels on this computer. */
export interface Person {
  annotatorId: string;
  name: string;
  publicKey: string;
  fingerprint: string;
}

const toPerson = ({ annotatorId, name, publicKey }: StoredPerson): Person => ({
  annotatorId,
  name,
  publicKey,
  fingerprint: fingerprintOf(publicKey),
});

/** Who labels on this computer, and who of them does so at present. */
export function createPeople(folder: string) {
  const stored = openPersonFolder(folder);
  const currentFile = join(folder, "current.json");

  function get(annotatorId: string): StoredPerson {
    const person = stored.readAll().find((each) => each.annotatorId === annotatorId);
    if (!person) throw new AppError("notFound", { thing: "person" });
    return person;
  }

  /** Asked with every answer that is given, so that it must not read files each time. */
  let current: Person | null | undefined;

  function findCurrent(): StoredPerson | null {
    const people = stored.readAll();
    const annotatorId = readCurrent(currentFile);
    return people.find((each) => each.annotatorId === annotatorId) ?? people[0] ?? null;
  }

  function choose(annotatorId: string): Person {
    const person = get(annotatorId);
    writeAtomically(currentFile, `${JSON.stringify({ annotatorId })}\n`);
    current = toPerson(person);
    return current;
  }

  return {
    list: (): Person[] => stored.readAll().map(toPerson),
    /** Null until somebody gave a name. */
    current: (): Person | null => {
      if (current === undefined) {
        const person = findCurrent();
        current = person && toPerson(person);
      }
      return current;
    },
    choose,
    /** Makes a person with a new key pair, who is then the one who works here. */
    add(name: string): Person {
      const annotatorId = newId();
      stored.make(annotatorId, name);
      return choose(annotatorId);
    },
    rename(annotatorId: string, name: string): Person {
      const person = { ...get(annotatorId), name };
      stored.save(person);
      if (current?.annotatorId === annotatorId) current = toPerson(person);
      return toPerson(person);
    },
    /**
     * The present person as a sender: the number of the bundle that is to be made, and how to sign it.
     * Numbers grow even when the folder came back from a backup, because they are never below the time.
     * Throws `nobodyNamed`, `personKeyLost`.
     */
    beginBundle(atMs: number) {
      const person = findCurrent();
      if (!person) throw new AppError("nobodyNamed");
      const key = stored.privateKeyOf(person);
      const sequence = Math.max(person.sequence + 1, atMs);
      stored.save({ ...person, sequence });
      const { annotatorId, name, publicKey } = person;
      return {
        sender: { annotatorId, name, publicKey },
        sequence,
        sign: (bytes: Uint8Array): Buffer => signBytes(bytes, key),
      };
    },
  };
}
export type People = ReturnType<typeof createPeople>;
export type BundleSigner = ReturnType<People["beginBundle"]>;

function readCurrent(path: string): string | null {
  try {
    const { annotatorId } = JSON.parse(readFileSync(path, "utf8")) as { annotatorId?: unknown };
    return typeof annotatorId === "string" ? annotatorId : null;
  } catch {
    return null;
  }
}
