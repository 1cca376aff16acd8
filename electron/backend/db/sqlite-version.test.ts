import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { assertSafeSqlite } from "./open.ts";

test.each(["3.51.2", "3.50.9", "3.9.99", "2.99.99"])(
  "fault 47: SQLite %s, under which two connections that fold the log in can damage a file, is refused",
  (version) => {
    expect(() => assertSafeSqlite(version)).toThrow(/older than 3\.51\.3/);
  },
);

test.each(["3.51.3", "3.51.10", "3.52.0", "4.0.0"])("SQLite %s is accepted", (version) => {
  expect(() => assertSafeSqlite(version)).not.toThrow();
});

test("fault 47: the SQLite that Tacit is built with is one of these", () => {
  const db = new Database(":memory:");
  const version = db.prepare<[], string>("select sqlite_version()").pluck().get() ?? "";
  db.close();
  expect(() => assertSafeSqlite(version)).not.toThrow();
});
