import { create } from "zustand";

/** Whether the dialog for a new project is open; the desktop's menu opens it too. */
export const useNewProject = create<{ open: boolean }>(() => ({ open: false }));
