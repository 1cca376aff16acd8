import { connect as connectTcp } from "node:net";
import { networkInterfaces } from "node:os";
import { setTimeout } from "node:timers/promises";
import { WebSocket } from "ws";
import { expect, onTestFinished, test } from "vitest";
import { openWebHost } from "../../testing/open-web-host.ts";

async function open() {
  const web = await openWebHost();
  onTestFinished(() => web.close());
  return web;
}

test("without the token the root page explains how to open Tacit, and shows nothing else", async () => {
  const { ask } = await open();
  const answer = await ask("/");
  expect(answer.status).toBe(401);
  expect(answer.body).toContain("address");
  expect(answer.body).not.toContain("<!doctype html>");
});

test("the address with the token sets a cookie once, and the cookie opens the page", async () => {
  const { ask, token, cookie, port } = await open();
  const first = await ask(`/?token=${token}`);
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe("/");
  const [set] = first.headers["set-cookie"] ?? [];
  expect(set).toBe(`tacit-${port}=${token}; HttpOnly; SameSite=Strict; Path=/`);
  const page = await ask("/", { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(page.body).toContain("<!doctype html>");
  expect(token.length).toBeGreaterThanOrEqual(43);
});

test.each([
  ["no cookie", () => ({})],
  ["a wrong token", (port: string) => ({ cookie: `tacit-${port}=${"A".repeat(43)}` })],
  ["a token of another length", (port: string) => ({ cookie: `tacit-${port}=A` })],
  ["an empty token", (port: string) => ({ cookie: `tacit-${port}=` })],
])("with %s every path answers 401", async (_name, headersFor) => {
  const { ask, port, host } = await open();
  const headers = headersFor(port) as Record<string, string>;
  for (const path of ["/", "/index.html", "/download/x", "/nothing", "/?token=wrong"])
    expect([path, (await ask(path, { headers })).status]).toEqual([path, 401]);
  const upload = { method: "POST", headers: { ...headers, origin: host.origin }, body: "x" };
  expect((await ask("/upload?name=a.csv", upload)).status).toBe(401);
});

test("another Host is refused, with or without the token", async () => {
  const { ask, cookie, port, token } = await open();
  for (const host of [
    "example.com",
    `example.com:${port}`,
    `localhost:${port}`,
    `127.0.0.1.example.com:${port}`,
    "127.0.0.1",
  ]) {
    expect([host, (await ask("/", { headers: { host, cookie } })).status]).toEqual([host, 403]);
    expect([host, (await ask(`/?token=${token}`, { headers: { host } })).status]).toEqual([
      host,
      403,
    ]);
  }
});

test("another site can neither read, nor post, nor open a socket, even with the cookie", async () => {
  const { ask, connect, cookie, port } = await open();
  for (const origin of [
    "https://example.com",
    "null",
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${Number(port) + 1}`,
  ]) {
    const headers = { origin, cookie };
    expect([origin, (await ask("/", { headers })).status]).toEqual([origin, 403]);
    const upload = { method: "POST", headers, body: "x" };
    expect([origin, (await ask("/upload?name=a.csv", upload)).status]).toEqual([origin, 403]);
    expect([origin, await connect(headers)]).toEqual([origin, 403]);
  }
  expect((await ask("/upload?name=a.csv", { method: "POST", headers: { cookie } })).status).toBe(
    403,
  );
});

test("a socket needs the right Host, Origin, path and token", async () => {
  const { connect, cookie, host } = await open();
  const right = { origin: host.origin, cookie };
  expect(await connect({ cookie })).toBe(403);
  expect(await connect({ origin: host.origin })).toBe(403);
  expect(await connect({ ...right, cookie: `${cookie}x` })).toBe(403);
  expect(await connect({ ...right, host: "example.com" })).toBe(403);
  expect(await connect(right, "/other")).toBe(403);
  expect(await connect(right)).toBeInstanceOf(WebSocket);
});

test("nothing outside the built screens is served", async () => {
  const { ask, cookie } = await open();
  for (const path of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/..%5csecret.txt",
    "/index.html/../../secret.txt",
    "/%00",
    "/nothing.js",
    "/../renderer-other/x",
  ]) {
    const answer = await ask(path, { headers: { cookie } });
    expect(answer.body).not.toContain("outside");
    expect([path, answer.status]).toEqual([path, 404]);
  }
  // A path of two slashes names a host in a URL, and leaves the root of this one.
  expect((await ask("//secret.txt", { headers: { cookie } })).body).not.toContain("outside");
  expect((await ask("/%zz", { headers: { cookie } })).status).toBeGreaterThanOrEqual(400);
  expect((await ask("/", { headers: { cookie } })).status).toBe(200);
});

test("every answer carries the policy, also the refusals", async () => {
  const { ask, cookie, port } = await open();
  for (const headers of [{ cookie }, {}, { cookie, origin: "https://example.com" }]) {
    const { headers: given } = await ask("/", { headers: headers as Record<string, string> });
    const policy = given["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port};`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|http)/);
    expect(given["x-content-type-options"]).toBe("nosniff");
    expect(given["referrer-policy"]).toBe("no-referrer");
    expect(given["access-control-allow-origin"]).toBeUndefined();
  }
});

test("an upload becomes a grant under its bare name", async () => {
  const { ask, cookie, host, backend } = await open();
  const name = encodeURIComponent("..\\..\\../Fälle 1.csv");
  const answer = await ask(`/upload?name=${name}`, {
    method: "POST",
    headers: { cookie, origin: host.origin },
    body: "text\nhello\n",
  });
  expect(answer.status).toBe(200);
  const grant = JSON.parse(answer.body) as { fileId: string };
  expect(grant).toEqual({ fileId: expect.any(String), name: "Fälle 1.csv", bytes: 11 });
  expect(backend.grants.getPath(grant.fileId, "read").startsWith(backend.tempDir)).toBe(true);
});

test("a download needs a grant for a download", async () => {
  const { ask, cookie, host, backend } = await open();
  const upload = await ask("/upload?name=rows.csv", {
    method: "POST",
    headers: { cookie, origin: host.origin },
    body: "text\n",
  });
  const { fileId } = JSON.parse(upload.body) as { fileId: string };
  for (const id of [fileId, "nobody", "..%2f..%2fetc%2fpasswd", ""]) {
    const refused = await ask(`/download/${id}`, { headers: { cookie } });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body).toBe("");
  }
  const { fileId: downloadId } = backend.grants.add(
    backend.grants.getPath(fileId, "read"),
    "download",
  );
  const given = await ask(`/download/${downloadId}`, { headers: { cookie } });
  expect(given).toMatchObject({ status: 200, body: "text\n" });
  expect(given.headers["content-disposition"]).toContain("attachment");
});

test("a download that cannot be read ends, and the host goes on", async () => {
  const { ask, cookie, backend } = await open();
  // A folder can be looked at like a file, but not read like one.
  const { fileId } = backend.grants.add(backend.tempDir, "download");
  await expect(ask(`/download/${fileId}`, { headers: { cookie } })).rejects.toMatchObject({
    code: "ECONNRESET",
  });
  expect((await ask("/", { headers: { cookie } })).status).toBe(200);
});

test("a refused connection that breaks off does not end the host", async () => {
  const { ask, port } = await open();
  for (let round = 0; round < 20; round += 1) {
    const socket = connectTcp(Number(port), "127.0.0.1");
    await new Promise<void>((done) => socket.once("connect", done));
    socket.write(
      `GET /other HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    socket.write("x".repeat(round * 1000));
    await setTimeout(round % 3);
    socket.resetAndDestroy();
  }
  expect((await ask("/")).status).toBe(401);
});

test("the host listens on 127.0.0.1 alone", async () => {
  const { ask } = await open();
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, scopeid }) => address !== "127.0.0.1" && !scopeid)
    .map(({ address }) => address);
  for (const at of others)
    await expect(ask("/", { at })).rejects.toMatchObject({ code: "ECONNREFUSED" });
  expect((await ask("/")).status).toBe(401);
});
