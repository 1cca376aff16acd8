import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { t } from "../client/text.ts";

/** A modal question or form; Escape and the cross close it, focus returns to where it was. */
export function Dialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  width?: "normal" | "wide";
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Radix.Content
          {...(props.description ? {} : { "aria-describedby": undefined })}
          className={`fixed top-1/2 left-1/2 z-50 flex max-h-[88vh] w-full -translate-x-1/2 -translate-y-1/2 flex-col rounded-xl border border-line bg-surface shadow-2xl ${
            props.width === "wide" ? "max-w-3xl" : "max-w-lg"
          }`}
        >
          <header className="px-5 pt-4 pr-12 pb-2">
            <Radix.Title className="text-lg font-semibold">{props.title}</Radix.Title>
            {props.description ? (
              <Radix.Description className="text-muted">{props.description}</Radix.Description>
            ) : null}
          </header>
          <div className="min-h-0 flex-1 overflow-auto px-5 py-2">{props.children}</div>
          {props.footer ? (
            <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
              {props.footer}
            </footer>
          ) : null}
          {/* Last, so that the first field or button of the dialog gets the focus. */}
          <Radix.Close
            aria-label={t("common.close")}
            className="absolute top-4 right-4 rounded-md p-1 text-muted hover:bg-hover"
          >
            <X aria-hidden className="size-4" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
