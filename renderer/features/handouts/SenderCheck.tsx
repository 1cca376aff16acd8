import { ShieldCheck } from "lucide-react";
import type { InspectedBundle } from "../../../shared/features/handouts/contract.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { Badge, Notice } from "../../ui/index.ts";
import { Fingerprint } from "./Fingerprint.tsx";

/** What the file is, who says to have made it, and the explicit step of believing that. */
export function SenderCheck(props: {
  inspected: InspectedBundle;
  trusted: boolean;
  onTrust: (trusted: boolean) => void;
}) {
  const { kind, sender, examples, projectName, createdAtMs } = props.inspected;
  const { name } = sender;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="font-medium break-words">
          {t(`handouts.arrived.${kind}`, { name, examples, project: projectName })}
        </p>
        <p className="text-sm text-muted">
          {t("handouts.arrived.made", { when: formatDateTime(createdAtMs) })}
        </p>
      </div>
      {sender.known ? (
        <div>
          <Badge tone="success">
            <ShieldCheck aria-hidden className="size-3" />
            {t("handouts.trust.known", { name })}
          </Badge>
        </div>
      ) : (
        <section
          aria-label={t("handouts.trust.title", { name })}
          className="flex flex-col gap-3 rounded-md border border-line p-3"
        >
          <h3 className="font-semibold">{t("handouts.trust.title", { name })}</h3>
          <p className="text-sm">{t("handouts.trust.text", { name })}</p>
          {sender.sameNameKnown ? (
            <Notice tone="warning">{t("handouts.trust.sameName")}</Notice>
          ) : null}
          <Fingerprint of={sender.fingerprint} label={t("handouts.you.numbers")} />
          <label className="flex items-start gap-2.5">
            <input
              type="checkbox"
              className="mt-1 accent-(--accent)"
              checked={props.trusted}
              onChange={(event) => props.onTrust(event.target.checked)}
            />
            {t("handouts.trust.confirm", { name })}
          </label>
        </section>
      )}
    </div>
  );
}
