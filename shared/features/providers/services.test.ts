import { describe, expect, test } from "vitest";
import { closingState, isPast } from "./closing.ts";
import { CONNECTION_PRESETS } from "./presets.ts";
import { estimateCost, findTrainingPrice } from "./prices.ts";
import { hostOf, serviceTraits } from "./service-traits.ts";

describe("what is known of a service", () => {
  test.each([
    ["https://api.openai.com/v1", "api.openai.com"],
    ["http://127.0.0.1:8000/v1", "127.0.0.1"],
    ["http://[::1]:8000/v1", "[::1]"],
    ["https://name@API.Example.org", "api.example.org"],
    ["ftp://x", ""],
  ])("host of %s is %s", (address, host) => expect(hostOf(address)).toBe(host));

  test("a look-alike host has no special traits", () => {
    expect(serviceTraits("https://evilnebius.com/v1").hyperparametersAtTop).toBe(false);
    expect(serviceTraits("https://api.tokenfactory.nebius.com/v1").hyperparametersAtTop).toBe(true);
    expect(serviceTraits("https://api.openai.com/v1").lastDayForNewJobs).toBe("2027-01-06");
  });

  test("every preset has its own sentence", () => {
    expect(new Set(CONNECTION_PRESETS.map((preset) => preset.noteKey)).size).toBe(4);
  });
});

describe("a closing date", () => {
  const now = Date.UTC(2027, 0, 6, 12);
  test.each([
    [null, "open"],
    ["2027-01-05", "past"],
    ["2027-01-06", "soon"],
    ["2027-02-04", "soon"],
    ["2027-02-06", "open"],
    ["not a date", "open"],
  ] as const)("%s is %s", (date, state) => expect(closingState(date, now)).toBe(state));
  test("the last day still counts", () => {
    expect(isPast("2027-01-06", Date.UTC(2027, 0, 6, 23, 59))).toBe(false);
    expect(isPast("2027-01-06", Date.UTC(2027, 0, 7))).toBe(true);
  });
});

describe("cost", () => {
  const openai = "https://api.openai.com/v1";
  test("the most specific price of the service's own table counts", () => {
    expect(findTrainingPrice(openai, "gpt-4.1-mini-2025-04-14")?.usdPerMillionTokens).toBe(5);
    expect(findTrainingPrice(openai, "gpt-4.1-2025-04-14")?.usdPerMillionTokens).toBe(25);
  });
  test("another service's price is not borrowed", () => {
    expect(
      findTrainingPrice("https://x.openai.azure.com/openai/v1", "gpt-4o-mini"),
    ).toBeUndefined();
  });
  test("OpenAI's own example: 100,000 tokens for 3 epochs cost $0.90", () => {
    const price = findTrainingPrice(openai, "gpt-4o-mini-2024-07-18");
    expect(price && estimateCost(100_000, 3, price).low).toBeCloseTo(0.9);
    expect(price && estimateCost(100_000, undefined, price)).toMatchObject({ low: 0.3 });
  });
});
