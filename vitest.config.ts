import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{shared,electron,renderer,scripts}/**/*.test.ts"],
    pool: "forks",
    globalSetup: ["electron/testing/temp-root.ts"],
    testTimeout: 60_000,
  },
});
