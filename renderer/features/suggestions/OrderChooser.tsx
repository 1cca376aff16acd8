import { useQuery } from "@tanstack/react-query";
import { ArrowDownWideNarrow } from "lucide-react";
import { QueueOrder } from "../../../shared/features/annotations/queue-order.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { goTo, useNavigation } from "../../navigation/navigation.ts";
import { keepOrder, keptOrder, useDesk, useKeptOrders } from "../annotations/index.ts";

/** “Quick” is what the few-minutes button is for. */
const OFFERED = ["file", "random", "unsure", "diverse"] as const satisfies QueueOrder[];

/** In which order the examples of the queue come; kept for the project. */
export function OrderChooser() {
  const projectId = useQuery(orpc.projects.current.queryOptions()).data?.id;
  const place = useNavigation((state) => state.place);
  const kept = useKeptOrders((state) => (projectId ? keptOrder(projectId, state) : "file"));
  const fellBack = useDesk((state) => state.fellBack);
  const order = place.order ?? kept;
  if (!projectId || order === "quick") return null;
  function choose(next: QueueOrder) {
    if (projectId) keepOrder(projectId, next);
    const { order: _, subjectId: __, ...here } = place;
    goTo(here);
  }
  return (
    <label className="flex items-center gap-1.5 text-sm">
      {fellBack ? (
        <output className="text-xs text-muted">{t("suggestions.order.fellBack")}</output>
      ) : null}
      <ArrowDownWideNarrow aria-hidden className="size-4 text-muted" />
      <span className="sr-only">{t("suggestions.order")}</span>
      <select
        value={order}
        title={t(`suggestions.order.${order}.title`)}
        onChange={(event) => choose(QueueOrder.parse(event.target.value))}
        className="h-8 rounded-md border border-line bg-surface px-2 text-sm"
      >
        {OFFERED.map((name) => (
          <option key={name} value={name}>
            {t(`suggestions.order.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
