export { AnswerLine, AnswerSummary, describeAnswer } from "./AnswerSummary.tsx";
export { applyDraft, decide, saveNow, useValue } from "./decisions.ts";
export { desk, useCurrentExample, useDesk } from "./desk.ts";
export { addDeskNotice } from "./DeskNotices.tsx";
export { addDeskTool } from "./DeskTools.tsx";
export { useKeyCap } from "./key-settings.ts";
export { LabelScreen } from "./LabelScreen.tsx";
export { setOffer } from "./suggested.ts";
export { keepOrder, keptOrder, useKeptOrders } from "./order.ts";
