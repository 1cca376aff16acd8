import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { orpc } from "../../client/rpc.ts";
import { useLatestTravel } from "../../client/undo.ts";

/** As many as anybody decides in one sitting; the next ones come when the screen is opened again. */
const MOST_DISPUTES = 500;

/** The disputes of this sitting in order; those decided meanwhile stay, so that one can go back to them. */
export function useDisputes() {
  const found = useQuery(
    orpc.agreement.listDisputes.queryOptions({ input: { offset: 0, limit: MOST_DISPUTES } }),
  );
  const [order, setOrder] = useState<string[]>([]);
  const [index, setIndex] = useState(0);
  const rows = found.data?.rows;
  const [seen, setSeen] = useState<typeof rows>(undefined);
  if (rows && rows !== seen) {
    setSeen(rows);
    const added = rows.map(({ exampleId }) => exampleId).filter((id) => !order.includes(id));
    setOrder([...order, ...added]);
  }
  useEffect(
    () =>
      useLatestTravel.subscribe(({ step }) => {
        const place = step?.exampleId ? order.indexOf(step.exampleId) : -1;
        if (place !== -1) setIndex(place);
      }),
    [order],
  );
  const isOpen = (exampleId: string) => rows?.some((row) => row.exampleId === exampleId) === true;
  return {
    isLoaded: found.isSuccess && (rows?.length === 0 || order.length > 0),
    error: found.error,
    order,
    index,
    open: found.data?.total ?? 0,
    step: (by: 1 | -1) => setIndex((at) => Math.min(order.length - 1, Math.max(0, at + by))),
    /** Goes to the next one that is still open, after this one first; stays when there is none. */
    next: () => {
      const after = [...order.keys()].map((at) => (index + 1 + at) % order.length);
      const place = after.find((at) => at !== index && isOpen(order[at] ?? ""));
      if (place !== undefined) setIndex(place);
    },
  };
}
