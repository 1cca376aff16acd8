import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

/** The 32 bytes of an Ed25519 public key, base64url, as `jwk` writes them. */
const publicKeyOf = (key: KeyObject): string => key.export({ format: "jwk" }).x ?? "";

export function makeKeyPair(): { publicKey: string; privateKeyPem: string } {
  const pair = generateKeyPairSync("ed25519");
  return {
    publicKey: publicKeyOf(pair.publicKey),
    privateKeyPem: pair.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
  };
}

/** The public key that belongs to a private one; throws for what is no key. */
export const publicKeyFor = (privateKeyPem: string): string =>
  publicKeyOf(createPublicKey(createPrivateKey(privateKeyPem)));

export const signBytes = (bytes: Uint8Array, privateKeyPem: string): Buffer =>
  sign(null, bytes, createPrivateKey(privateKeyPem));

export function isSignedBy(bytes: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  try {
    const key = createPublicKey({
      key: { kty: "OKP", crv: "Ed25519", x: publicKey },
      format: "jwk",
    });
    return verify(null, bytes, key, signature);
  } catch {
    // Not a point on the curve.
    return false;
  }
}

const GROUPS = 5;
const DIGITS = 5;

/**
 * A public key as five groups of five digits, to be compared by telephone: 83 bits of its SHA-256, so that
 * nobody makes a second key with the same digits.
 */
export function fingerprintOf(publicKey: string): string {
  const hash = createHash("sha256").update(`tacit-person ${publicKey}`).digest("hex");
  const digits = (BigInt(`0x${hash}`) % 10n ** BigInt(GROUPS * DIGITS)).toString();
  const padded = digits.padStart(GROUPS * DIGITS, "0");
  return (padded.match(/\d{5}/g) ?? []).join(" ");
}
