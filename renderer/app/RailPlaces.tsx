import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { ChartNoAxesCombined, type LucideIcon, Scale, Table2, Users } from "lucide-react";
import { orpc } from "../client/rpc.ts";
import { formatNumber, t } from "../client/text.ts";
import { goTo, type Place, useNavigation } from "../navigation/navigation.ts";

/** What can be looked at beside the journey: the table of examples, and what several people do together. */
export function RailPlaces() {
  const current = useNavigation((state) => state.place);
  const journey = useQuery(orpc.projects.journey.queryOptions()).data;
  const disputes = journey?.disputed ?? 0;
  const isTogether = current.view !== undefined;
  return (
    <ul className="flex flex-col gap-0.5 border-t border-line p-2">
      <PlaceLink icon={Table2} place={{ step: "examples" }} name={t("common.step.examples")} />
      <PlaceLink
        icon={Users}
        place={{ step: "label", view: "together" }}
        name={t("handouts.title")}
      />
      {isTogether || disputes > 0 ? (
        <>
          <PlaceLink
            icon={ChartNoAxesCombined}
            place={{ step: "label", view: "agreement" }}
            name={t("agreement.title")}
            inner
          />
          <PlaceLink
            icon={Scale}
            place={{ step: "label", view: "adjudicate" }}
            name={t("agreement.decide.title")}
            left={disputes}
            inner
          />
        </>
      ) : null}
    </ul>
  );
}

function PlaceLink(props: {
  icon: LucideIcon;
  place: Place;
  name: string;
  left?: number;
  inner?: boolean;
}) {
  const { icon: Icon, place, left = 0 } = props;
  const isHere = useNavigation(
    (state) =>
      state.place.view === place.view &&
      (place.view !== undefined || state.place.step === place.step),
  );
  return (
    <li>
      <button
        type="button"
        aria-current={isHere ? "page" : undefined}
        onClick={() => goTo(place)}
        className={clsx(
          "flex w-full items-center gap-2.5 rounded-md py-1.5 pr-2 text-left",
          props.inner ? "pl-5 text-sm" : "pl-2",
          isHere ? "bg-surface font-semibold shadow-sm" : "hover:bg-hover",
        )}
      >
        <Icon aria-hidden className="size-5 shrink-0 p-0.5 text-muted" />
        <span className="min-w-0 flex-1 truncate">{props.name}</span>
        {left > 0 ? (
          <span className="text-xs font-normal text-muted tabular-nums">
            {t("common.stepLeft", { left: formatNumber(left) })}
          </span>
        ) : null}
      </button>
    </li>
  );
}
