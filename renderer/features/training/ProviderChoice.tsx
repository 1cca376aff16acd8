import { clsx } from "clsx";
import { Cloud, Laptop } from "lucide-react";
import type { ProviderId, ProviderInfo } from "../../../shared/features/providers/contract.ts";
import { t } from "../../client/text.ts";
import { Badge } from "../../ui/index.ts";

/** Who trains; each choice says where that happens and what it is not. */
export function ProviderChoice(props: {
  providers: ProviderInfo[];
  chosen: ProviderId;
  onChoose: (providerId: ProviderId) => void;
}) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{t("training.provider.legend")}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {props.providers.map(({ providerId, capabilities }) => {
          const Icon = capabilities.runsOnThisComputer ? Laptop : Cloud;
          const isChosen = providerId === props.chosen;
          return (
            <label
              key={providerId}
              className={clsx(
                "flex items-start gap-3 rounded-md border p-3 has-focus-visible:outline-2 has-focus-visible:outline-accent",
                isChosen ? "border-accent bg-accent-soft" : "border-line hover:bg-hover",
              )}
            >
              <input
                type="radio"
                name="provider"
                className="mt-1 accent-(--accent)"
                checked={isChosen}
                onChange={() => props.onChoose(providerId)}
              />
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  <Icon aria-hidden className="size-4" />
                  {t(`training.provider.${providerId}.name`)}
                  <Badge tone={capabilities.runsOnThisComputer ? "success" : "warning"}>
                    {t(
                      capabilities.runsOnThisComputer
                        ? "training.staysHere"
                        : "training.leavesHere",
                    )}
                  </Badge>
                </span>
                <span className="mt-0.5 block text-sm text-muted">
                  {t(`training.provider.${providerId}.text`)}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
