import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Lightbulb } from "lucide-react";
import { useReadOnly } from "../client/read-only.ts";
import { orpc } from "../client/rpc.ts";
import { t } from "../client/text.ts";
import { goTo, useNavigation } from "../navigation/navigation.ts";
import { Button } from "../ui/index.ts";

/** One sentence on every screen: what would help most now, and a way there. */
export function CoachLine() {
  const coach = useQuery(orpc.projects.journey.queryOptions()).data?.coach;
  const readOnly = useReadOnly((state) => state.reason !== null);
  const current = useNavigation((state) => state.place.step);
  if (!coach || readOnly) return <div className="h-10 border-t border-line bg-surface" />;
  return (
    <aside
      aria-label={t("common.coach")}
      className="flex h-10 items-center gap-2.5 border-t border-line bg-surface px-6"
    >
      <Lightbulb aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 truncate">{t(`common.coach.${coach.advice}`, coach.params)}</p>
      {coach.step === current ? null : (
        <Button
          look="quiet"
          size="small"
          className="text-accent"
          onClick={() => goTo({ step: coach.step })}
        >
          {t(`common.step.${coach.step}`)}
          <ArrowRight aria-hidden className="size-3.5" />
        </Button>
      )}
    </aside>
  );
}
