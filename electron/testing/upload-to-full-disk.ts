import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fillDisk } from "#backend/testing/small-disk.ts";

// Runs with a small disk as its working folder, and everything temporary on it.
process.env["TMPDIR"] = process.cwd();
const { openWebHost } = await import("./open-web-host.ts");
const web = await openWebHost();
fillDisk(join(process.cwd(), "ballast"), 200_000);
const headers = { cookie: web.cookie, origin: web.host.origin };
const send = (bytes: number) =>
  web.ask("/upload?name=rows.csv", { method: "POST", headers, body: "x".repeat(bytes) });
const large = await send(3_000_000);
const left = readdirSync(web.backend.tempDir, { recursive: true }).map(String);
const small = await send(1000);
await web.close();
console.log(
  JSON.stringify({
    status: large.status,
    failure: JSON.parse(large.body),
    left: left.filter((name) => name.includes("upload")),
    smallStatus: small.status,
  }),
);
process.exit(0);
