import { expect, test } from "vitest";
import { AppError } from "#shared/errors/app-error.ts";
import type { SliceExample } from "#shared/features/handouts/bundle.ts";
import { canonicalJson } from "#shared/features/versions/canonical-form.ts";
import { describeError } from "#shared/messages/translate.ts";
import { SLICE_ROWS, sliceContent, somebody } from "../../../testing/bundles.ts";
import { hostileZip, type HostileEntry } from "../../../testing/files/hostile-zip.ts";
import { BUNDLE_LIMITS } from "./limits.ts";
import { pack } from "./pack.ts";
import { lock } from "./passphrase.ts";
import { readBundle } from "./read-bundle.ts";
import { signedBytes } from "./signed-bytes.ts";
import { unpack } from "./unpack.ts";
import { packSigned, writeBundle } from "./write-bundle.ts";

const honest = (people = somebody()) => writeBundle(sliceContent(), people.beginBundle(5));

/** The problem with which a bundle is refused; fails when it is not, or when it cannot be told in words. */
async function problemOf(file: Buffer, limits = BUNDLE_LIMITS): Promise<unknown> {
  const error: unknown = await readBundle(file, { limits }).then(
    () => new Error("it was read"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw error;
  const named = new AppError(error.code, { ...error.params, name: "a.tacit-slice" });
  if (/\{|undefined/.test(describeError(named).what)) throw new Error(describeError(named).what);
  return error.code === "bundleRefused" ? error.params["problem"] : error.code;
}

test("what one person writes, another reads unchanged: composed and decomposed letters, joined signs, order", async () => {
  const people = somebody();
  const bundle = await readBundle(await honest(people));
  expect(bundle.manifest.sender).toEqual({
    annotatorId: people.current()?.annotatorId,
    name: "Dr. Weber",
    publicKey: people.current()?.publicKey,
  });
  const content = sliceContent();
  expect({ kind: bundle.kind, rows: bundle.rows }).toEqual({
    kind: content.kind,
    rows: content.rows,
  });
});

const WITH_NAME: [what: string, name: string, problem?: string][] = [
  ["a path upwards", "../../evil.jsonl"],
  ["an absolute path", "/etc/passwd"],
  ["a drive letter", "C:/evil.jsonl"],
  ["a share", "//server/share/evil.jsonl"],
  ["a share in Windows' writing", "\\\\server\\share\\evil.jsonl"],
  ["backslashes", "..\\evil.jsonl"],
  ["another case", "Manifest.json"],
  ["a folder", "answers/"],
  ["a stream of another file", "answers.jsonl:hidden"],
  ["a NUL", "answers.jsonl\0.exe"],
  ["letters that look alike", "ansẃers.jsonl"],
  ["a zip in the zip", "inner.zip"],
  ["one file too many", "more.jsonl", "fileExtra"],
  ["the same file twice", "labels.jsonl", "nameTwice"],
];
test.each(WITH_NAME)("an entry with %s: all of it is refused", async (_what, name, problem) => {
  const parts = await unpack(await honest(), BUNDLE_LIMITS);
  const entries: HostileEntry[] = [...parts].map(([each, content]) => ({ name: each, content }));
  await readBundle(hostileZip(entries));
  const file = hostileZip([...entries, { name, content: "evil" }]);
  expect(await problemOf(file)).toBe(problem ?? "strangeName");
});

/** Info-ZIP's field for Unix owners, which can also carry the target of a hard link. */
const LINK_FIELD = Buffer.from([0x0d, 0x00, 0x04, 0x00, 1, 2, 3, 4]);
const CHANGED_ENTRIES: [what: string, change: Partial<HostileEntry>, problem: string][] = [
  ["is a symbolic link", { mode: 0o120_777 }, "link"],
  ["is a device", { mode: 0o020_666 }, "link"],
  ["carries a hard link", { extra: LINK_FIELD }, "link"],
  ["says that it is smaller", { statedBytes: 3 }, "lyingSize"],
  ["says that it is larger", { statedBytes: 300_000 }, "lyingSize"],
  ["shares its bytes with another", { sameDataAs: 0 }, "strangeName"],
  ["has two names", { localName: "xabels.jsonl" }, "strangeName"],
  ["is encrypted by the zip", { flags: 1 }, "packedStrangely"],
  ["is packed in a way of its own", { method: 12 }, "packedStrangely"],
  ["is not what was signed", { content: '{"labelId":"l9"}\n' }, "changed"],
  ["became a zip itself", { content: hostileZip([]) }, "changed"],
];
test.each(CHANGED_ENTRIES)("an entry that %s: refused", async (_what, change, problem) => {
  const parts = await unpack(await honest(), BUNDLE_LIMITS);
  const file = hostileZip(
    [...parts].map(([name, content]) => ({
      name,
      content,
      ...(name === "labels.jsonl" ? change : {}),
    })),
  );
  expect(await problemOf(file)).toBe(problem);
});

test("entries that lie over each other are refused, also under one name in front of the data", async () => {
  const first = { name: "answers.jsonl", content: "x".repeat(1000) };
  const second = { name: "answers.jsonl", content: "", sameDataAs: 0 };
  expect(await problemOf(hostileZip([first, second]))).toBe("nameTwice");
  // A quine-like bomb: a stored part in which a whole further entry lies.
  const inner = hostileZip([{ name: "labels.jsonl", content: "y" }]);
  const local = inner.subarray(0, inner.indexOf("PK\u0001\u0002"));
  const outer = hostileZip([{ name: "answers.jsonl", content: local, method: 0 }]);
  const header = 30 + "answers.jsonl".length;
  const doubled = hostileZip([
    { name: "answers.jsonl", content: local, method: 0 },
    { name: "labels.jsonl", content: "y", sameDataAs: 0 },
  ]);
  expect(outer.subarray(0, header + local.length)).toEqual(
    doubled.subarray(0, header + local.length),
  );
  // The second entry of the table points into the first one's data.
  const table = doubled.lastIndexOf("PK\u0001\u0002");
  doubled.writeUInt32LE(header, table + 42);
  expect(await problemOf(doubled)).toBe("overlap");
});

test("a bomb stops on the bytes that really come out, whatever it says", async () => {
  const zeros = Buffer.alloc(20_000_000);
  const bomb = (statedBytes?: number) =>
    hostileZip([
      {
        name: "manifest.json",
        content: zeros,
        ...(statedBytes === undefined ? {} : { statedBytes }),
      },
    ]);
  expect(bomb().length).toBeLessThan(30_000);
  expect(await problemOf(bomb())).toBe("tooBig");
  expect(await problemOf(bomb(10))).toBe("tooBig");
  const many = ["a", "b", "c"].map((name) => ({ name, content: Buffer.alloc(900, name) }));
  expect(await problemOf(hostileZip(many), { ...BUNDLE_LIMITS, unpackedBytes: 2000 })).toBe(
    "tooBig",
  );
  expect(await problemOf(await honest(), { ...BUNDLE_LIMITS, fileBytes: 100 })).toBe("tooBig");
});

test("five million entries are not counted through", async () => {
  const few = [{ name: "manifest.json", content: "{}" }];
  expect(await problemOf(hostileZip(few, 60_000))).toBe("tooManyFiles");
  const many = Array.from({ length: 40 }, (_, index) => ({
    name: `a${"b".repeat(index)}`,
    content: "",
  }));
  expect(await problemOf(hostileZip(many))).toBe("tooManyFiles");
  // A table that holds more than its end says.
  expect(await problemOf(hostileZip(many, 3))).toMatch(
    /damaged|notABundle|tooManyFiles|fileMissing/,
  );
});

test("a file cut off, mixed up or of another kind is refused", async () => {
  const file = await honest();
  expect(await problemOf(file.subarray(0, file.length - 30))).toBe("notABundle");
  expect(await problemOf(Buffer.from("nothing of the kind"))).toBe("notABundle");
  expect(await problemOf(Buffer.alloc(0))).toBe("notABundle");
  expect(await problemOf(hostileZip([{ name: "word.json", content: "{}" }]))).toBe("notABundle");
  // One flipped bit anywhere is either noticed or changes nothing.
  const readings: unknown[] = [];
  for (let position = 0; position < file.length; position += 97) {
    const flipped = Buffer.from(file);
    flipped[position] = (flipped[position] ?? 0) ^ 4;
    readings.push(
      await readBundle(flipped).then(
        (bundle) => bundle.rows,
        (error: unknown) => (error as AppError).code,
      ),
    );
  }
  const seen = new Set(readings.map((reading) => JSON.stringify(reading)));
  seen.delete(JSON.stringify(sliceContent().rows));
  expect([...seen]).toEqual(['"bundleRefused"']);
});

/** A bundle whose manifest says something else, properly signed by who says it. */
async function withManifest(change: (manifest: Record<string, unknown>) => unknown, spaces = 0) {
  const signer = somebody().beginBundle(5);
  const parts = await unpack(await writeBundle(sliceContent(), signer), BUNDLE_LIMITS);
  const manifest = JSON.parse(parts.get("manifest.json")?.toString("utf8") ?? "") as object;
  const changed = change({ ...manifest });
  const text = spaces === 0 ? canonicalJson(changed) : JSON.stringify(changed, null, spaces);
  parts.delete("manifest.json");
  parts.delete("signature");
  return packSigned(text, parts, signer);
}

test("what a signer must not say is refused although the signature is right", async () => {
  const as = async (change: Record<string, unknown>, spaces?: number) =>
    problemOf(await withManifest((manifest) => ({ ...manifest, ...change }), spaces));
  expect(await as({ version: 2 })).toBe("bundleTooNew");
  expect(await as({ version: 0 })).toBe("badContent");
  expect(await as({ format: "tacit-other" })).toBe("notABundle");
  expect(await as({ surprise: 1 })).toBe("badContent");
  expect(await as({ sequence: -1 })).toBe("badContent");
  expect(await as({}, 2)).toBe("badContent");
  expect(await as({ files: [] })).toBe("fileExtra");
  expect(await as({ kind: "return" })).toBe("fileExtra");
});

test("a missing part, a foreign signature, a borrowed name", async () => {
  const mine = await unpack(await honest(), BUNDLE_LIMITS);
  const theirs = await unpack(await honest(somebody("Mallory")), BUNDLE_LIMITS);
  const without = (name: string) => pack(new Map([...mine].filter(([each]) => each !== name)));
  expect(await problemOf(await without("labels.jsonl"))).toBe("fileMissing");
  expect(await problemOf(await without("signature"))).toBe("fileMissing");
  const signature = theirs.get("signature") ?? Buffer.alloc(0);
  expect(await problemOf(await pack(new Map([...mine, ["signature", signature]])))).toBe(
    "badSignature",
  );
  const short = await pack(new Map([...mine, ["signature", Buffer.alloc(3)]]));
  expect(await problemOf(short)).toBe("badSignature");
  // The signature covers words of its own: that of a bare manifest is worth nothing.
  expect(signedBytes(Buffer.from("{}")).toString()).not.toBe("{}");
});

test("rows that do not hold together are refused", async () => {
  const example = { ...SLICE_ROWS.examples[0] } as SliceExample;
  const written = async (rows: Parameters<typeof sliceContent>[0]) =>
    problemOf(await writeBundle(sliceContent(rows), somebody().beginBundle(5)));
  expect(await written({ definition: [] })).toBe("badContent");
  expect(await written({ examples: [example, example] })).toBe("badContent");
  const value = { kind: "classify" as const, labelId: "l1" };
  expect(await written({ answers: [{ exampleId: "e9", value, atMs: 1 }] })).toBe("badContent");
  expect(await written({ answers: [{ exampleId: "e1", value: {} as never, atMs: 1 }] })).toBe(
    "badContent",
  );
});

test("locked with a passphrase: only who knows it reads it, and accents may be typed in either way", async () => {
  const locked = Buffer.from(await lock(await honest(), "caf\u00E9 am Fluß"));
  expect(locked.includes("manifest.json")).toBe(false);
  expect(await problemOf(locked)).toBe("bundleLocked");
  await expect(readBundle(locked, { passphrase: "Café am Fluss" })).rejects.toMatchObject({
    code: "passphraseWrong",
  });
  const bundle = await readBundle(locked, { passphrase: "cafe\u0301 am Fluß" });
  expect(bundle.rows.labels).toHaveLength(2);
  const flipped = Buffer.from(locked);
  flipped[flipped.length - 5] = (flipped[flipped.length - 5] ?? 0) ^ 1;
  await expect(readBundle(flipped, { passphrase: "café am Fluß" })).rejects.toMatchObject({
    params: { problem: "damaged" },
  });
});

test("a header that asks for endless work is not obeyed", async () => {
  const greedy = Buffer.from(
    "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\nAAAA\n--- AAAA\n",
  );
  await expect(readBundle(greedy, { passphrase: "x" })).rejects.toMatchObject({
    params: { problem: "packedStrangely" },
  });
});
