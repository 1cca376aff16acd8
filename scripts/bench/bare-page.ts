import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";

const PAGE = `<!doctype html><title>bare</title><main><p id="text">0</p></main><script>
let shown = 0;
addEventListener("keydown", async (event) => {
  const answer = await fetch("/answer", { method: "POST", body: event.key });
  shown += 1;
  document.getElementById("text").textContent = shown + await answer.text();
});
</script>`;

/** The least that could be called a labelling desk: one durable insert for each key, then the next text. */
export async function serveBarePage(folder: string) {
  const db = new Database(join(folder, "bare.sqlite"));
  db.pragma("journal_mode = wal");
  db.pragma("synchronous = full");
  db.exec("create table if not exists answer (id integer primary key, key text)");
  const insert = db.prepare("insert into answer (key) values (?)");
  const server = createServer((request, response) => {
    if (request.method !== "POST") {
      response.setHeader("content-type", "text/html");
      response.end(PAGE);
      return;
    }
    request.setEncoding("utf8").on("data", (key: string) => {
      insert.run(key);
      response.end(` after ${key}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
      db.close();
    },
  };
}
