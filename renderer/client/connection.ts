import { create } from "zustand";

interface Connection {
  /** Whether the backend has stopped answering; the shell says so above the screen. */
  lost: boolean;
  /** Moves on whenever the backend answers again: what was being followed has to be asked for anew. */
  epoch: number;
}

export const useConnection = create<Connection>(() => ({ lost: false, epoch: 0 }));

export const connectionLost = (): void => useConnection.setState({ lost: true });

export const connectionBack = (): void =>
  useConnection.setState(({ epoch }) => ({ lost: false, epoch: epoch + 1 }));
