export { OpenTroubleDialog } from "./OpenTroubleDialog.tsx";
export { isOpenTrouble, showOpenTrouble } from "./open-trouble.ts";
export { ReadOnlyBanner } from "./ReadOnlyBanner.tsx";
