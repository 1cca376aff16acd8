import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openWebHost } from "../../testing/open-web-host.ts";
import { placeUpload } from "./upload-path.ts";

async function open() {
  const web = await openWebHost();
  onTestFinished(() => web.close());
  const headers = { cookie: web.cookie, origin: web.host.origin };
  const post = (path: string, body = "") => web.ask(path, { method: "POST", headers, body });
  const into = (folder: string, path: string, body: string) =>
    post(`/upload-into?folder=${folder}&path=${encodeURIComponent(path)}`, body);
  const begin = async (name: string) => {
    const answer = await post(`/upload-folder?name=${encodeURIComponent(name)}`);
    return JSON.parse(answer.body) as { fileId: string; name: string };
  };
  return { ...web, post, into, begin };
}

test("the files of a folder arrive one by one and are read as one, with their places as names", async () => {
  const { backend, begin, into } = await open();
  const { fileId, name } = await begin("My data");
  expect(name).toBe("My data");
  expect((await into(fileId, "sub/train.csv", "text,label\none,a\n")).status).toBe(204);
  expect((await into(fileId, "test.csv", "text,label\ntwo,b\n")).status).toBe(204);
  // The same place again, as two names that differ in their case can be one.
  expect((await into(fileId, "test.csv", "text,label\nthree,b\n")).status).toBe(204);
  const folder = backend.grants.getPath(fileId, "read");
  expect(readdirSync(folder).toSorted()).toEqual(["sub", "test (2).csv", "test.csv"]);
  expect(readFileSync(join(folder, "test.csv"), "utf8")).toContain("two");
});

test("nothing is written outside a folder that was begun here", async () => {
  const { backend, begin, into, post } = await open();
  const { fileId } = await begin("..\\..");
  for (const path of [
    "../out.csv",
    "a/../../out.csv",
    "/etc/out.csv",
    "a//b.csv",
    "",
    "..",
    "a/..",
  ])
    expect([path, (await into(fileId, path, "x")).status]).toEqual([path, 400]);
  const upload = await post("/upload?name=rows.csv", "text\n");
  const { fileId: single } = JSON.parse(upload.body) as { fileId: string };
  expect((await into(single, "more.csv", "x")).status).toBe(400);
  const elsewhere = backend.grants.add("/tmp", "read").fileId;
  expect((await into(elsewhere, "more.csv", "x")).status).toBe(400);
  expect((await into("nobody", "more.csv", "x")).status).toBe(500);
  expect(readdirSync(backend.grants.getPath(fileId, "read"))).toEqual([]);
});

test.each([
  ["a/b.csv", "/up/a/b.csv"],
  ["a\\b.csv", "/up/a/b.csv"],
  ["C:evil.csv", "/up/C_evil.csv"],
  ["nul\u0000.csv", "/up/nul_.csv"],
  ["…/ä.csv", "/up/…/ä.csv"],
  [`${"ä".repeat(300)}.csv`, `/up/${"ä".repeat(108)}.csv`],
  ["../b.csv", null],
  ["./b.csv", null],
  [" /b.csv", null],
  ["x/".repeat(20) + "b.csv", null],
])("%j is put at %j", (path, place) => expect(placeUpload("/up", path)).toBe(place));
