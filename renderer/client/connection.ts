import { create } from "zustand";

/** Whether the backend still answers; the shell covers the screen when it does not. */
export const useConnection = create<{ lost: boolean }>(() => ({ lost: false }));

export const connectionLost = (): void => useConnection.setState({ lost: true });
