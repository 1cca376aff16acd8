import { createHash } from "node:crypto";
import type { LeavingSheet, TrainingTarget } from "#shared/features/training/contract.ts";
import type { FrozenDataset, OutgoingFile, Provider } from "../../providers/provider.ts";
import type { SavedConnection } from "./queries.ts";

const SAMPLE_LINES = 3;
/** Enough to see what a line carries; a line of a megabyte would freeze the screen. */
const SAMPLE_CHARS = 4000;

const sha256 = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");

/** What would be uploaded for this target, byte for byte, and what would not. */
export function makeLeavingSheet(
  target: TrainingTarget,
  provider: Provider,
  dataset: FrozenDataset,
  connection: SavedConnection | null,
): LeavingSheet {
  const outgoing = provider.outgoingFiles(dataset);
  const files = outgoing.map(({ name, rows, content }) => ({
    name,
    rows,
    bytes: content.length,
    sha256: sha256(content),
  }));
  const destination = connection && `${connection.name} (${new URL(connection.baseUrl).host})`;
  const shown = { destination, baseUrl: connection?.baseUrl ?? null, files, target };
  return {
    destination,
    files,
    sampleLines: outgoing.flatMap(sampleLines),
    staysHere: [
      // Nothing to keep here when no example was set aside.
      ...(dataset.version.counts.test > 0 ? (["testSplit"] as const) : []),
      "fields",
      "history",
      "guideline",
      "fileNames",
      "otherExamples",
    ],
    consent: sha256(JSON.stringify(shown)),
  };
}

function sampleLines(file: OutgoingFile): string[] {
  const start = file.content.subarray(0, SAMPLE_LINES * SAMPLE_CHARS * 4).toString("utf8");
  const lines = start.split("\n").slice(0, Math.min(SAMPLE_LINES, file.rows));
  return lines.map((line) => line.slice(0, SAMPLE_CHARS));
}
