import { writeSync } from "node:fs";
import { openTestBackend } from "./test-backend.ts";

// Opens the newest project of a folder, then backs up, changes and restores it for ever, and prints a line
// after each. The test that starts it kills it in the middle.
const { client } = openTestBackend(process.argv[2]);
const [recent] = await client.projects.listRecent();
await client.projects.open({ recentId: recent?.recentId ?? "" });
writeSync(1, "open\n");
for (let round = 0; ; round += 1) {
  const { backupId } = await client.backups.make();
  writeSync(1, "made\n");
  await client.projects.rename({ name: `Round ${round}` });
  const answer = await client.backups.restore({ backupId });
  writeSync(1, `${answer.outcome}\n`);
}
