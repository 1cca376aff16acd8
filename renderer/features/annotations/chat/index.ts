export { ChatEditor } from "./ChatEditor.tsx";
export { describeChat, describeChatChanges } from "./describe-chat.ts";
