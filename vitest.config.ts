import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{shared,electron,renderer,scripts}/**/*.test.ts"],
    pool: "forks",
    // Node 24 may die on freeing compiled WebAssembly: https://github.com/nodejs/node/issues/64500
    execArgv: ["--no-wasm-code-gc"],
    globalSetup: ["electron/testing/temp-root.ts"],
    testTimeout: 60_000,
  },
});
