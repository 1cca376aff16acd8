import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { WORKER_SOURCES } from "./electron/backend/jobs/worker-sources.ts";

const at = (path: string) => resolve(import.meta.dirname, path);
const workers = Object.fromEntries(
  Object.entries(WORKER_SOURCES).map(([name, source]) => [
    `worker-${name}`,
    at(`electron/backend/${source}`),
  ]),
);

export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      externalizeDeps: { exclude: [] },
      lib: {
        entry: {
          desktop: at("electron/hosts/desktop/main.ts"),
          backend: at("electron/hosts/desktop/backend.ts"),
          web: at("electron/hosts/web/main.ts"),
          cli: at("electron/hosts/cli/index.ts"),
          ...workers,
        },
        formats: ["es"],
      },
      rollupOptions: {
        // Flat, so that workers are found beside whichever chunk asks for them.
        output: { entryFileNames: "[name].js", chunkFileNames: "chunk-[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      externalizeDeps: false,
      lib: { entry: at("electron/preload/index.ts"), formats: ["cjs"] },
      rollupOptions: { output: { entryFileNames: "[name].cjs" } },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [react(), tailwindcss()],
    build: {
      outDir: "out/renderer",
      minify: true,
      rollupOptions: { input: at("renderer/index.html") },
    },
  },
});
