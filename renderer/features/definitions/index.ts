export { DefineScreen } from "./DefineScreen.tsx";
export { GuidelineView } from "./GuidelineView.tsx";
