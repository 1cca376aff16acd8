export { OpenTroubleDialog } from "./OpenTroubleDialog.tsx";
export { isOpenTrouble, showOpenTrouble, showTrouble } from "./open-trouble.ts";
export { ReadOnlyBanner } from "./ReadOnlyBanner.tsx";
