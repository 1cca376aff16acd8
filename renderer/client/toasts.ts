import { create } from "zustand";

export interface Toast {
  id: number;
  tone: "success" | "danger" | "info";
  title: string;
  text?: string;
  /** A newer toast on the same topic takes the place of the older one. */
  topic?: string;
  /** One thing to do about it; doing it closes the toast. */
  action?: { label: string; run: () => void };
}

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));
let nextId = 1;
/** Long enough to be read; failures stay until they are closed. */
const SHOWN_MS = 5000;

export function showToast(toast: Omit<Toast, "id">): void {
  const id = nextId++;
  useToasts.setState(({ toasts }) => {
    const others = toasts.filter(({ topic }) => topic === undefined || topic !== toast.topic);
    return { toasts: [...others.slice(-3), { ...toast, id }] };
  });
  if (toast.tone !== "danger") setTimeout(() => dismissToast(id), SHOWN_MS);
}

export const dismissToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
