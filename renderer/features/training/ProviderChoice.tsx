import { Cloud, Laptop } from "lucide-react";
import type { ProviderId, ProviderInfo } from "../../../shared/features/providers/contract.ts";
import { t } from "../../client/text.ts";
import { Badge, RadioCard } from "../../ui/index.ts";

/** Who trains; each choice says where that happens and what it is not. */
export function ProviderChoice(props: {
  providers: ProviderInfo[];
  chosen: ProviderId;
  onChoose: (providerId: ProviderId) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("training.provider.legend")}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {props.providers.map(({ providerId, capabilities: { runsOnThisComputer } }) => {
          const Icon = runsOnThisComputer ? Laptop : Cloud;
          return (
            <RadioCard
              key={providerId}
              name="provider"
              checked={providerId === props.chosen}
              onChoose={() => props.onChoose(providerId)}
              title={
                <>
                  <Icon aria-hidden className="size-4" />
                  {t(`training.provider.${providerId}.name`)}
                  <Badge tone={runsOnThisComputer ? "success" : "warning"}>
                    {t(runsOnThisComputer ? "training.staysHere" : "training.leavesHere")}
                  </Badge>
                </>
              }
              text={t(`training.provider.${providerId}.text`)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
