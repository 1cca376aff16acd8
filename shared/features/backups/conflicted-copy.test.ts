import { expect, test } from "vitest";
import { isConflictedCopy } from "./conflicted-copy.ts";

test.each([
  "Claims (Anna's conflicted copy 2026-05-01).tacit",
  "Claims (conflicted copy 2026-05-01 123456).tacit",
  "Claims (In Konflikt stehende Kopie von Anna 2026-05-01).tacit",
  "Claims (Copie en conflit de Anna 2026-05-01).tacit",
  "Claims (copia en conflicto de Anna 2026-05-01).tacit",
  "Claims_conflict-20260501-123456.tacit",
  "Claims.sync-conflict-20260501-123456-ABCDEFG.tacit",
  "Claims.Conflict.tacit",
  "Claims-DESKTOP-4F7K2LQ.tacit",
  "Claims-LAPTOP-4F7K2LQ-2.tacit",
  "Claims (1).tacit",
  "claims (1).TACIT",
])("%s is the second version of Claims.tacit", (name) => {
  expect(isConflictedCopy(name, "Claims.tacit")).toBe(true);
});

test.each([
  "Claims.tacit",
  "Claims 2.tacit",
  "Claims old.tacit",
  "Claims (Anna's conflicted copy).csv",
  "Claims – conflict of interest.tacit",
  "Claims 2026-05-01.tacit",
  "Other (conflicted copy 2026-05-01).tacit",
  "Claims.tacit-wal",
])("%s is a file of its own", (name) => {
  expect(isConflictedCopy(name, "Claims.tacit")).toBe(false);
});

test("one name in two Unicode forms is one name", () => {
  const composed = "Bü".normalize("NFC");
  const decomposed = "Bü".normalize("NFD");
  expect(isConflictedCopy(`${decomposed} (1).tacit`, `${composed}.tacit`)).toBe(true);
});
