import { createHash } from "node:crypto";
import {
  BUNDLE_FORMAT,
  BUNDLE_PARTS,
  BUNDLE_VERSION,
  type Manifest,
  type ReturnRows,
  type SliceRows,
} from "#shared/features/handouts/bundle.ts";
import { canonicalJson } from "#shared/features/versions/canonical-form.ts";
import type { BundleSigner } from "../../../identity/people.ts";
import { pack } from "./pack.ts";
import { signedBytes } from "./signed-bytes.ts";

interface About {
  bundleId: string;
  handoutId: string;
  project: Manifest["project"];
  createdAtMs: number;
}

export type BundleContent = About &
  ({ kind: "slice"; rows: SliceRows } | { kind: "return"; rows: ReturnRows });

const part = (rows: readonly unknown[]): Buffer =>
  Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""), "utf8");

/** One file with everything in it, signed by who makes it. Not encrypted: anybody who gets it can read it. */
export function writeBundle(content: BundleContent, signer: BundleSigner): Promise<Buffer> {
  const { kind, rows, bundleId, handoutId, project, createdAtMs } = content;
  const parts = new Map<string, Buffer>();
  for (const name of Object.keys(BUNDLE_PARTS[kind]))
    parts.set(`${name}.jsonl`, part((rows as Record<string, unknown[]>)[name] ?? []));
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    kind,
    bundleId,
    handoutId,
    project,
    sender: signer.sender,
    createdAtMs,
    sequence: signer.sequence,
    files: [...parts].map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })),
  };
  return packSigned(canonicalJson(manifest), parts, signer);
}

/** Signs a manifest as it stands; whoever reads the bundle judges what it says. */
export function packSigned(
  manifest: string,
  parts: ReadonlyMap<string, Buffer>,
  { sign }: Pick<BundleSigner, "sign">,
): Promise<Buffer> {
  const bytes = Buffer.from(manifest, "utf8");
  return pack(
    new Map([["manifest.json", bytes], ["signature", sign(signedBytes(bytes))], ...parts]),
  );
}
