const only = (name, from, to, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { ...to, pathNot: allowed },
});
const packages = (names) => `^node_modules/(@types/)?(${names})(/|$)`;

/** The rules between folders, as written in docs/decisions/0002-structure.md. */
export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    only(
      "shared-is-pure",
      "^shared/",
      {},
      ["^shared/", packages("zod|@orpc/contract|intl-messageformat|vitest")],
      "shared runs anywhere: no Node, no DOM, no other folder",
    ),
    only(
      "backend-knows-no-host",
      "^electron/backend/",
      { path: "^(electron|renderer|e2e|scripts)/" },
      "^electron/backend/",
      "the backend is plain Node and does not know who hosts it",
    ),
    {
      name: "only-desktop-imports-electron",
      severity: "error",
      from: { pathNot: "^(electron/(hosts/desktop|preload)/|scripts/start\\.ts$)" },
      to: { path: "(^|/)node_modules/electron(/|$)" },
    },
    only(
      "renderer-reaches-shared-only",
      "^renderer/",
      { path: "^(electron|e2e|scripts)/" },
      "^shared/",
      "screens speak to the backend through the contract",
    ),
    {
      name: "renderer-has-no-node",
      severity: "error",
      from: { path: "^renderer/", pathNot: "\\.test\\.tsx?$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "ui-knows-no-feature",
      severity: "error",
      from: { path: "^renderer/ui/" },
      to: { path: "^renderer/(features|app)/" },
    },
    {
      name: "features-meet-at-their-index",
      severity: "error",
      from: { path: "^renderer/features/([^/]+)/" },
      to: {
        path: "^renderer/features/([^/]+)/",
        pathNot: ["^renderer/features/$1/", "/index\\.ts$"],
      },
    },
    {
      name: "tests-stay-out-of-the-product",
      severity: "error",
      from: { pathNot: "(\\.test\\.tsx?$|^e2e/|^scripts/|/testing/)" },
      to: { path: "(\\.test\\.tsx?$|/testing/)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    parser: "swc",
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
