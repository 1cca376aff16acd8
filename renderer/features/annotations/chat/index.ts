export { ChatEditor } from "./ChatEditor.tsx";
export { describeChatChanges } from "./describe-chat.ts";
