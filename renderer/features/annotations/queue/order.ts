import { create } from "zustand";
import { QueueOrder } from "../../../../shared/features/annotations/queue-order.ts";
import { readKept, writeKept } from "../kept-settings.ts";

const nameOf = (projectId: string): string => `tacit.order.${projectId}`;

/** In which order the examples of each project come; moves the desk along when it is changed. */
export const useKeptOrders = create<{ orders: Readonly<Record<string, QueueOrder>> }>(() => ({
  orders: {},
}));

/** The order chosen last in a project. */
export function keptOrder(
  projectId: string,
  { orders }: { orders: Readonly<Record<string, QueueOrder>> },
): QueueOrder {
  const stored = QueueOrder.safeParse(orders[projectId] ?? readKept(nameOf(projectId)));
  return stored.success ? stored.data : "file";
}

export function keepOrder(projectId: string, order: QueueOrder): void {
  writeKept(nameOf(projectId), order);
  useKeptOrders.setState(({ orders }) => ({ orders: { ...orders, [projectId]: order } }));
}
