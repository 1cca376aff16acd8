import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fingerprintOf, isSignedBy } from "./keys.ts";
import { createPeople } from "./people.ts";

const emptyFolder = () => join(mkdtempSync(join(tmpdir(), "tacit-people-")), "people");

test("nobody is there at first; several people share a computer and take turns", () => {
  const folder = emptyFolder();
  const people = createPeople(folder);
  expect(people.current()).toBeNull();
  expect(people.list()).toEqual([]);
  expect(() => people.beginBundle(1)).toThrow(expect.objectContaining({ code: "nobodyNamed" }));
  const weber = people.add("Dr. Weber");
  const okafor = people.add("Dr. Okafor");
  expect(people.current()).toEqual(okafor);
  people.choose(weber.annotatorId);
  people.rename(weber.annotatorId, "Prof. Weber");
  const again = createPeople(folder);
  expect(again.current()).toEqual({ ...weber, name: "Prof. Weber" });
  expect(again.list().map(({ name }) => name)).toEqual(["Prof. Weber", "Dr. Okafor"]);
  expect(() => people.choose("nobody")).toThrow(expect.objectContaining({ code: "notFound" }));
});

test("signatures are those of the person, and of nobody else", () => {
  const people = createPeople(emptyFolder());
  const weber = people.add("Weber");
  const bytes = Buffer.from("words");
  const signature = people.beginBundle(1).sign(bytes);
  const okafor = people.add("Okafor");
  expect(isSignedBy(bytes, signature, weber.publicKey)).toBe(true);
  expect(isSignedBy(bytes, signature, okafor.publicKey)).toBe(false);
  expect(isSignedBy(Buffer.from("other"), signature, weber.publicKey)).toBe(false);
  expect(isSignedBy(bytes, signature, "not a key")).toBe(false);
});

test("bundle numbers only grow, also when the clock goes back or the folder came from a backup", () => {
  const people = createPeople(emptyFolder());
  people.add("Weber");
  const numbers = [1000, 1000, 400, 5000].map((atMs) => people.beginBundle(atMs).sequence);
  expect(numbers).toEqual([1000, 1001, 1002, 5000]);
});

test.skipIf(process.platform === "win32")("only this user reads the private key", () => {
  const folder = emptyFolder();
  const { annotatorId } = createPeople(folder).add("Weber");
  const files = readdirSync(join(folder, annotatorId));
  const modes = files.map((name) => [name, statSync(join(folder, annotatorId, name)).mode & 0o777]);
  expect(Object.fromEntries(modes)).toMatchObject({ "private-key.pem": 0o600 });
  expect(readFileSync(join(folder, annotatorId, "person.json"), "utf8")).not.toMatch(/PRIVATE/);
});

test("a lost or foreign key is told, and keeps nobody else from working", () => {
  const folder = emptyFolder();
  const people = createPeople(folder);
  const weber = people.add("Weber");
  const okafor = people.add("Okafor");
  const keyOf = (annotatorId: string) => join(folder, annotatorId, "private-key.pem");
  writeFileSync(keyOf(weber.annotatorId), readFileSync(keyOf(okafor.annotatorId)));
  people.choose(weber.annotatorId);
  expect(() => people.beginBundle(1)).toThrow(expect.objectContaining({ code: "personKeyLost" }));
  writeFileSync(join(folder, weber.annotatorId, "person.json"), "{");
  expect(createPeople(folder).current()).toEqual(okafor);
});

test("a fingerprint is five groups of five digits, different for every key", () => {
  const people = createPeople(emptyFolder());
  const prints = ["a", "b", "c"].map((name) => people.add(name).fingerprint);
  expect(new Set(prints).size).toBe(3);
  for (const print of prints) expect(print).toMatch(/^\d{5}( \d{5}){4}$/);
  expect(fingerprintOf("A".repeat(43))).toBe(fingerprintOf("A".repeat(43)));
});
