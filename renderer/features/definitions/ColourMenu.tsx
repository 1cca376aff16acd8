import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { type Label, LabelColour } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { MENU, MENU_ITEM } from "./menu-style.ts";

/** The label's colour; each has a name, so that nobody has to tell them apart by eye. */
export function ColourMenu(props: { label: Label; onChoose: (colour: LabelColour) => void }) {
  const { name, colour } = props.label;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        aria-label={t("definitions.label.colour", {
          name,
          colour: t(`definitions.colour.${colour}`),
        })}
        className="mt-1 flex size-6 items-center justify-center rounded hover:bg-hover"
      >
        <Swatch colour={colour} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="start" sideOffset={2} className={`${MENU} grid grid-cols-2`}>
          <DropdownMenu.RadioGroup
            className="contents"
            value={colour}
            onValueChange={(chosen) => props.onChoose(LabelColour.parse(chosen))}
          >
            {LabelColour.options.map((option) => (
              <DropdownMenu.RadioItem key={option} value={option} className={MENU_ITEM}>
                <Swatch colour={option} />
                {t(`definitions.colour.${option}`)}
                <DropdownMenu.ItemIndicator className="ml-auto">
                  <Check aria-hidden className="size-3.5" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Swatch(props: { colour: LabelColour }) {
  return (
    <span
      aria-hidden
      className={`label-${props.colour} size-4 shrink-0 rounded border-2 border-(--label-ink) bg-(--label-soft)`}
    />
  );
}
