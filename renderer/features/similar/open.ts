import { create } from "zustand";

/** The example whose like are looked for; null while nobody asks. */
export const useSimilar = create<{ exampleId: string | null }>(() => ({ exampleId: null }));

export const openSimilar = (exampleId: string): void => useSimilar.setState({ exampleId });
export const closeSimilar = (): void => useSimilar.setState({ exampleId: null });
