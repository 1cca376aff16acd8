import { resolve } from "node:path";
import { expect, test } from "vitest";
import { runOnSmallDisk, whyNoSmallDisk } from "#backend/testing/small-disk.ts";

const SCRIPT = resolve(import.meta.dirname, "../../testing/upload-to-full-disk.ts");
const why = whyNoSmallDisk();

test.skipIf(why !== null)(
  `fault 29: a file that finds no room on its way in is refused with the reason, and no part of it is kept${why === null ? "" : ` (${why})`}`,
  () => {
    expect(runOnSmallDisk(SCRIPT, 4 << 20)).toMatchObject({
      status: 500,
      failure: { code: "diskFull" },
      left: [],
      smallStatus: 200,
    });
  },
);
