import { create } from "zustand";

interface Connection {
  /** Whether the backend has stopped answering; the shell says so above the screen. */
  lost: boolean;
  /** Moves on whenever the backend answers again: what was being followed has to be asked for anew. */
  epoch: number;
}

export const useConnection = create<Connection>(() => ({ lost: false, epoch: 0 }));

export const connectionLost = (): void => useConnection.setState({ lost: true });

/** What is to be done before the screens may go on; set once, when the program starts. */
let recover: () => Promise<void> = async () => {};
export const setRecovery = (act: () => Promise<void>): void => {
  recover = act;
};

/** The backend can be reached again, though perhaps another one that knows nothing of what was open. */
export async function connectionReopened(): Promise<void> {
  await recover();
  useConnection.setState(({ epoch }) => ({ lost: false, epoch: epoch + 1 }));
}
