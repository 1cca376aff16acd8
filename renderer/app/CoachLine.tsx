import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Lightbulb } from "lucide-react";
import type { Coach } from "../../shared/features/projects/contract.ts";
import { useReadOnly } from "../client/read-only.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import { goTo, type Place, useNavigation } from "../navigation/navigation.ts";
import { Button } from "../ui/index.ts";

/** Advice that leads somewhere special within its step. */
const WHERE: Partial<Record<Coach["advice"], Partial<Place>>> = {
  decideDisputes: { view: "adjudicate" },
  giveSecondOpinion: { queue: "asked" },
};

/** One sentence on every screen: what would help most now, and a way there. */
export function CoachLine() {
  const coach = useQuery(orpc.projects.journey.queryOptions()).data?.coach;
  const readOnly = useReadOnly((state) => state.reason !== null);
  const current = useNavigation((state) => state.place);
  if (!coach || readOnly) return <div className="h-10 border-t border-line bg-surface" />;
  const target: Place = { step: coach.step, ...WHERE[coach.advice] };
  const isThere = target.step === current.step && target.view === current.view;
  return (
    <aside
      aria-label={t("common.coach")}
      className="flex h-10 items-center gap-2.5 border-t border-line bg-surface px-6"
    >
      <Lightbulb aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 truncate">{t(`common.coach.${coach.advice}`, coach.params)}</p>
      {isThere ? null : (
        <Button look="quiet" size="small" className="text-accent" onClick={() => goTo(target)}>
          {t(`common.step.${coach.step}`)}
          <ArrowRight aria-hidden className="size-3.5" />
        </Button>
      )}
    </aside>
  );
}
