import { Ellipsis } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { t } from "../../client/text.ts";
import { MENU, MENU_ITEM } from "./menu-style.ts";

interface LabelMenuProps {
  name: string;
  position: number;
  total: number;
  canMove: boolean;
  onMove: (toPosition: number) => void;
  onRemove: () => void;
}

/** Everything that dragging does, for those who cannot drag, and removing. */
export function LabelMenu(props: LabelMenuProps) {
  const { position, total, canMove, onMove } = props;
  const last = total - 1;
  const moves = [
    { text: t("definitions.label.moveUp"), to: position - 1, possible: position > 0 },
    { text: t("definitions.label.moveDown"), to: position + 1, possible: position < last },
    { text: t("definitions.label.moveToTop"), to: 0, possible: position > 0 },
    { text: t("definitions.label.moveToEnd"), to: last, possible: position < last },
  ];
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        aria-label={t("definitions.label.menu", { name: props.name })}
        className="mt-1 flex size-6 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink"
      >
        <Ellipsis aria-hidden className="size-4" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={2} className={MENU}>
          {moves.map((move) => (
            <DropdownMenu.Item
              key={move.text}
              disabled={!canMove || !move.possible}
              onSelect={() => onMove(move.to)}
              className={MENU_ITEM}
            >
              {move.text}
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item onSelect={props.onRemove} className={`${MENU_ITEM} text-danger`}>
            {t("definitions.label.remove")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
