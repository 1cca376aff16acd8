import type { ComponentType } from "react";
import { create } from "zustand";
import type { Example } from "../../../shared/features/examples/contract.ts";

type Notice = ComponentType<{ example: Example }>;

const useNotices = create<{ notices: readonly (readonly [name: string, Notice])[] }>(() => ({
  notices: [],
}));

/** Lets another feature say something above the answer, as a suggestion does; a name is there once. */
export function addDeskNotice(name: string, notice: Notice): void {
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter(([other]) => other !== name), [name, notice]],
  }));
}

/** What other features say about the example on the desk, between its text and its answer. */
export function DeskNotices({ example }: { example: Example }) {
  const notices = useNotices((state) => state.notices);
  return notices.map(([name, Said]) => <Said key={name} example={example} />);
}
