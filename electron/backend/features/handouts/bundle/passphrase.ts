import { Decrypter, Encrypter } from "age-encryption";
import { AppError } from "#shared/errors/app-error.ts";
import { refused } from "./refuse.ts";

/** How every file of age begins; see https://age-encryption.org/v1. */
const AGE_HEADER = "age-encryption.org/v1\n";
/** A header that asks for more work than Tacit ever does would only keep the computer busy. */
const MOST_WORK = 18;
const HEADER_LOOK_BYTES = 512;

export const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, AGE_HEADER.length)).toString("latin1") === AGE_HEADER;

/** The same passphrase typed on two systems may differ in how its accents are composed. */
const normalised = (passphrase: string): string => passphrase.normalize("NFC");

/** Encrypts with a key that scrypt makes of the passphrase, in the format of age, which other programs read too. */
export async function lock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(MOST_WORK);
  encrypter.setPassphrase(normalised(passphrase));
  return encrypter.encrypt(bytes);
}

/** Throws `passphraseWrong`, and `bundleRefused` for what was changed or is no such file. */
export async function unlock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const header = Buffer.from(bytes.subarray(0, HEADER_LOOK_BYTES)).toString("latin1");
  const work = Number(/^-> scrypt \S+ (\d+)$/m.exec(header)?.[1] ?? Number.NaN);
  if (!(work <= MOST_WORK)) throw refused("packedStrangely");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalised(passphrase));
  try {
    return await decrypter.decrypt(bytes, "uint8array");
  } catch (cause) {
    if (cause instanceof Error && /no identity matched/.test(cause.message))
      throw new AppError("passphraseWrong", {}, { cause });
    throw refused("damaged", "", cause);
  }
}
