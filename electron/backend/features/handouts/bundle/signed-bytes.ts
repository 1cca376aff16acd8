/** What is signed: the manifest as it lies in the file, after words that no other signature begins with. */
export const signedBytes = (manifest: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from("tacit-bundle-1\n", "utf8"), manifest]);
