/** Who labels at this computer; the private key never comes near a project. */
export interface Person {
  /** UUIDv7; the same in every project of this person. */
  annotatorId: string;
  name: string;
  /** Base64 of the raw Ed25519 public key. */
  publicKey: string | null;
}
