import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "#shared/errors/app-error.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import { makeKeyPair, publicKeyFor } from "./keys.ts";

const StoredPerson = z.object({
  annotatorId: z.string().regex(/^[\w-]{1,64}$/),
  name: z.string().min(1),
  publicKey: z.string(),
  /** Of the last bundle made. */
  sequence: z.number().int().nonnegative(),
});
export type StoredPerson = z.infer<typeof StoredPerson>;

const PERSON_FILE = "person.json";
const KEY_FILE = "private-key.pem";

const asText = (person: StoredPerson): string => `${JSON.stringify(person, null, 2)}\n`;

/**
 * One folder for each person. The private key lies in a file that only this user of the computer may read,
 * and goes nowhere else.
 */
export function openPersonFolder(folder: string) {
  function read(annotatorId: string): StoredPerson | null {
    try {
      const text = readFileSync(join(folder, annotatorId, PERSON_FILE), "utf8");
      const person = StoredPerson.parse(JSON.parse(text));
      // What a crash left half made carries another name.
      return person.annotatorId === annotatorId ? person : null;
    } catch {
      // A folder without a readable person in it is nobody, and must keep nobody else from working.
      return null;
    }
  }

  return {
    readAll(): StoredPerson[] {
      if (!existsSync(folder)) return [];
      return readdirSync(folder)
        .toSorted()
        .flatMap((name) => read(name) ?? []);
    },

    save: (person: StoredPerson) =>
      writeAtomically(join(folder, person.annotatorId, PERSON_FILE), asText(person)),

    /** With a new key pair; whole or not at all, because a person without a key could sign nothing. */
    make(annotatorId: string, name: string): void {
      const { publicKey, privateKeyPem } = makeKeyPair();
      const draft = join(folder, `.new-${annotatorId}`);
      mkdirSync(draft, { recursive: true, mode: 0o700 });
      try {
        const keyFile = join(draft, KEY_FILE);
        writeFileSync(keyFile, privateKeyPem, { mode: 0o600, flag: "wx" });
        // Whatever the process masks.
        chmodSync(keyFile, 0o600);
        const person: StoredPerson = { annotatorId, name, publicKey, sequence: 0 };
        writeAtomically(join(draft, PERSON_FILE), asText(person));
        renameSync(draft, join(folder, annotatorId));
      } catch (error) {
        rmSync(draft, { recursive: true, force: true });
        throw error;
      }
    },

    /** Throws `personKeyLost` when the key is gone or belongs to somebody else. */
    privateKeyOf({ annotatorId, name, publicKey }: StoredPerson): string {
      try {
        const pem = readFileSync(join(folder, annotatorId, KEY_FILE), "utf8");
        if (publicKeyFor(pem) === publicKey) return pem;
      } catch (cause) {
        throw new AppError("personKeyLost", { name }, { cause });
      }
      throw new AppError("personKeyLost", { name });
    },
  };
}
