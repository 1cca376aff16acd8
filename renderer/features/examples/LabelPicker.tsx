import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { LabelChip, TextField } from "../../ui/index.ts";

/** One of the project's labels, found by typing. */
export function LabelPicker(props: {
  labels: readonly Label[];
  onChoose: (labelId: string) => void;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const found = props.labels.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setTyped("");
      }}
    >
      <Popover.Trigger asChild>{props.children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={t("examples.bulk.label.title")}
          className="z-30 flex max-h-96 w-72 flex-col gap-2 rounded-lg border border-line bg-surface p-3 shadow-xl"
        >
          <TextField
            label={t("examples.bulk.label.find")}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <ul className="flex min-h-0 flex-col overflow-auto">
            {found.map(({ labelId, name, colour }) => (
              <li key={labelId}>
                <button
                  type="button"
                  onClick={() => {
                    setOpen(false);
                    props.onChoose(labelId);
                  }}
                  className="flex w-full min-w-0 rounded px-1 py-1 text-left -outline-offset-2! hover:bg-hover"
                >
                  <LabelChip name={name} colour={colour} />
                </button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
