import { useQuery } from "@tanstack/react-query";
import { ShieldCheck, UserRound } from "lucide-react";
import { useState } from "react";
import type { ProjectPerson } from "../../../shared/features/handouts/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Badge, Button, Panel } from "../../ui/index.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { PeopleDialog } from "./PeopleDialog.tsx";

/** Who sits here, and the numbers that colleagues compare. */
export function YouPanel() {
  const people = useQuery(orpc.handouts.people.queryOptions()).data;
  const [open, setOpen] = useState(false);
  const you = people?.people.find(({ annotatorId }) => annotatorId === people.currentId);
  return (
    <Panel
      title={t("handouts.you.title")}
      actions={
        <Button size="small" onClick={() => setOpen(true)}>
          {t(you ? "handouts.you.change" : "handouts.you.sayName")}
        </Button>
      }
    >
      {you ? (
        <div className="flex flex-col gap-2">
          <p className="font-medium break-words" dir="auto">
            {t("handouts.you.are", { name: you.name })}
          </p>
          <p className="text-xs font-medium text-muted">{t("handouts.you.numbers")}</p>
          <Fingerprint of={you.fingerprint} label={t("handouts.you.numbers")} />
          <p className="text-xs text-muted">{t("handouts.you.numbersHint")}</p>
        </div>
      ) : (
        <div className="flex flex-col gap-1">
          <p>{t("handouts.you.nobody")}</p>
          <p className="text-xs text-muted">{t("handouts.you.why")}</p>
        </div>
      )}
      {open ? <PeopleDialog onOpenChange={setOpen} /> : null}
    </Panel>
  );
}

/** The others, and whose signature was confirmed. */
export function Colleagues(props: { people: ProjectPerson[] }) {
  const others = props.people.filter(({ isCurrent }) => !isCurrent);
  return (
    <Panel title={t("handouts.colleagues.title")}>
      {others.length === 0 ? (
        <p className="text-sm text-muted">{t("handouts.colleagues.none")}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {others.map(({ annotatorId, name, fingerprint }) => (
            <li key={annotatorId} className="flex items-start gap-2">
              <UserRound aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
              <div className="flex min-w-0 flex-col items-start gap-0.5">
                <bdi className="font-medium break-words">{name}</bdi>
                {fingerprint ? (
                  <>
                    <Badge tone="success">
                      <ShieldCheck aria-hidden className="size-3" />
                      {t("handouts.colleagues.confirmed")}
                    </Badge>
                    <span className="font-mono text-xs text-muted">{fingerprint}</span>
                  </>
                ) : (
                  <span className="text-xs text-muted">{t("handouts.colleagues.unconfirmed")}</span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
