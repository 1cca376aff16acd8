import { X } from "lucide-react";
import { t } from "../client/text.ts";
import { dismissToast, type Toast, useToasts } from "../client/toasts.ts";
import { Button, Notice } from "../ui/index.ts";

export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div
      className="fixed top-3 left-[calc(50%+7rem)] z-50 flex w-96 max-w-full -translate-x-1/2 flex-col gap-2"
      aria-live="polite"
    >
      {toasts.map((toast) => (
        <div key={toast.id} className="rounded-md border border-line shadow-lg">
          <Notice
            tone={toast.tone}
            title={toast.title}
            action={
              <button
                type="button"
                aria-label={t("common.close")}
                onClick={() => dismissToast(toast.id)}
                className="-my-0.5 rounded p-1 hover:bg-hover"
              >
                <X aria-hidden className="size-4" />
              </button>
            }
          >
            {toast.text ? <p>{toast.text}</p> : null}
            {toast.action ? <ToastAction toast={toast} action={toast.action} /> : null}
          </Notice>
        </div>
      ))}
    </div>
  );
}

function ToastAction(props: { toast: Toast; action: NonNullable<Toast["action"]> }) {
  return (
    <Button
      size="small"
      className="mt-1.5"
      onClick={() => {
        dismissToast(props.toast.id);
        props.action.run();
      }}
    >
      {props.action.label}
    </Button>
  );
}
