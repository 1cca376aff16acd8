import { lazy } from "react";

export const TogetherScreen = lazy(() =>
  import("./TogetherScreen.tsx").then((m) => ({ default: m.TogetherScreen })),
);
/** Loaded when it is first opened: the start screen must not wait for it. */
export const ArrivedDialog = lazy(() =>
  import("./ArrivedDialog.tsx").then((m) => ({ default: m.ArrivedDialog })),
);
export { isFromColleague, useArrivedFile } from "./arrived-file.ts";
