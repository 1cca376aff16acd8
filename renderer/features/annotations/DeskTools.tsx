import type { ComponentType } from "react";
import { create } from "zustand";

const useTools = create<{ tools: readonly (readonly [name: string, Tool: ComponentType])[] }>(
  () => ({ tools: [] }),
);

/** Lets another feature put something beside the names of the queues; a name is there once. */
export function addDeskTool(name: string, tool: ComponentType): void {
  useTools.setState(({ tools }) => ({
    tools: [...tools.filter(([other]) => other !== name), [name, tool]],
  }));
}

/** What other features offer for the whole queue. */
export function DeskTools() {
  const tools = useTools((state) => state.tools);
  return tools.map(([name, Tool]) => <Tool key={name} />);
}
