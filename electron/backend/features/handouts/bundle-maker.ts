import { rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { BUNDLE_ENDINGS } from "#shared/features/handouts/bundle.ts";
import type { BundleSaved } from "#shared/features/handouts/contract.ts";
import type { FileGrants } from "../../files/grants.ts";
import type { People } from "../../identity/people.ts";
import { lockBundle } from "./bundle/bundle-files.ts";
import { type BundleContent, writeBundle } from "./bundle/write-bundle.ts";
import { placeBundle } from "./place-bundle.ts";

export interface BundleMakerDeps {
  people: People;
  grants: FileGrants;
  /** Where bundles go. */
  bundlesDir: string;
}

interface Making {
  content: BundleContent;
  /** Of the file, without its ending. */
  name: string;
  passphrase?: string | undefined;
}

/** Signs a bundle as whoever sits here, locks it if wanted, and writes it beside the projects. */
export function createBundleMaker({ people, grants, bundlesDir }: BundleMakerDeps) {
  return {
    async make({ content, name, passphrase }: Making) {
      const signed = await writeBundle(content, people.beginBundle(content.createdAtMs));
      const bytes = passphrase === undefined ? signed : await lockBundle(signed, passphrase);
      const path = placeBundle(bundlesDir, name, BUNDLE_ENDINGS[content.kind], bytes);
      const file: Omit<BundleSaved, "examples" | "overlap"> = {
        fileName: basename(path),
        folder: dirname(path),
        downloadId: grants.add(path, "download").fileId,
        locked: passphrase !== undefined,
      };
      return { file, remove: () => rmSync(path, { force: true }) };
    },
  };
}
export type BundleMaker = ReturnType<typeof createBundleMaker>;
