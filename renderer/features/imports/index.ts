export { BringScreen } from "./BringScreen.tsx";
