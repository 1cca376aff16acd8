import { APIConnectionError, APIError } from "openai";
import { describe, expect, test } from "vitest";
import { AppError } from "#shared/errors/app-error.ts";
import { type About, explain, retryAfterMs } from "./failures.ts";
import { backoffMs } from "./timing.ts";

const at = (about: About = {}) => ({
  host: "service.test",
  about,
  scrub: (text: string) => text.replaceAll("secret-key", "•••"),
  nowMs: Date.UTC(2026, 0, 1),
});
const answered = (status: number, error: object | undefined, message = "", headers = {}) =>
  APIError.generate(status, error && { error }, message, new Headers(headers));

describe("an answer's status becomes a sentence", () => {
  test.each([
    [302, {}, {}, "notThatService", false],
    [400, { message: "bad" }, {}, "serviceRefused", false],
    [400, { message: "bad" }, { act: "upload" }, "uploadRefused", false],
    [400, { code: "model_not_found" }, { act: "create", model: "m" }, "modelNotFound", false],
    [401, {}, {}, "keyRejected", false],
    [402, {}, {}, "outOfQuota", false],
    [403, {}, { act: "create" }, "notEntitled", false],
    [403, {}, {}, "serviceRefused", false],
    [404, { message: "no such file" }, { act: "create", model: "m" }, "serviceRefused", false],
    [404, {}, { model: "m" }, "modelNotFound", false],
    [408, {}, {}, "serviceDown", true],
    [429, {}, {}, "rateLimited", true],
    [429, { code: "insufficient_quota" }, {}, "outOfQuota", false],
    [429, { type: "insufficient_quota" }, {}, "outOfQuota", false],
    [500, {}, {}, "serviceDown", true],
    [501, {}, {}, "serviceRefused", false],
    [511, {}, {}, "notThatService", false],
  ] as const)("%s %j about %j is %s", (status, body, about, code, isPassing) => {
    const failure = explain(answered(status, body), at(about));
    expect(failure.appError.code).toBe(code);
    expect(failure.isPassing).toBe(isPassing);
  });

  test("a page of HTML is no service, whatever its status", () => {
    const failure = explain(answered(403, undefined, "<!DOCTYPE html><p>Sign in"), at());
    expect(failure.appError.code).toBe("notThatService");
  });

  test("the detail carries neither the key nor terminal escapes, and ends", () => {
    const message = `secret-key \u001b[31m${"x".repeat(900)}`;
    const detail = explain(answered(400, { message }), at()).appError.params["detail"] as string;
    expect(detail).toMatch(/^••• {2}\[31mx+$/);
    expect(detail.length).toBe(500);
  });
});

describe("a connection that fails", () => {
  const broken = (code: string) =>
    new APIConnectionError({ message: "", cause: Object.assign(new Error("x"), { code }) });
  test.each([
    ["ECONNREFUSED", false],
    ["ENOTFOUND", false],
    ["CERT_HAS_EXPIRED", false],
    ["ECONNRESET", true],
    ["UND_ERR_SOCKET", true],
  ])("%s may have arrived: %s", (code, mayHaveArrived) => {
    const failure = explain(broken(code), at());
    expect(failure.appError).toMatchObject({
      code: "serviceUnreachable",
      params: { host: "service.test" },
    });
    expect(failure.mayHaveArrived).toBe(mayHaveArrived);
  });

  test("a missing key is told as itself", () => {
    const wrapped = new Error("token", { cause: new AppError("keyMissing", { name: "x" }) });
    expect(explain(wrapped, at()).appError.code).toBe("keyMissing");
  });

  test("a fault of ours is not blamed on the service", () => {
    expect(() => explain(new RangeError("ours"), at())).toThrow("ours");
  });
});

describe("pauses", () => {
  test.each([
    [{ "retry-after-ms": "250" }, 250],
    [{ "retry-after": "3" }, 3000],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:07 GMT" }, 7000],
    [{ "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("%j asks for %s ms", (headers, expected) =>
    expect(retryAfterMs(new Headers(headers as Record<string, string>), Date.UTC(2026, 0, 1))).toBe(
      expected,
    ),
  );

  test("double, up to the cap, less up to a quarter", () => {
    for (const [attempt, full] of [
      [0, 100],
      [2, 400],
      [20, 1000],
      [5000, 1000],
    ] as const) {
      const ms = backoffMs(attempt, { retryMs: 100, maxRetryMs: 1000 });
      expect(ms).toBeGreaterThanOrEqual(full * 0.75);
      expect(ms).toBeLessThanOrEqual(full);
    }
  });
});
