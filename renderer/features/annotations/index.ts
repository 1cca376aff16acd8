export { LabelScreen } from "./LabelScreen.tsx";
