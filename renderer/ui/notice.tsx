import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Tone = "info" | "success" | "warning" | "danger";

const TONES: Record<Tone, { box: string; icon: typeof Info }> = {
  info: { box: "bg-sunken text-ink", icon: Info },
  success: { box: "bg-success-soft text-success", icon: CircleCheck },
  warning: { box: "bg-warning-soft text-warning", icon: TriangleAlert },
  danger: { box: "bg-danger-soft text-danger", icon: CircleAlert },
};

/** A message in the flow of a screen; the icon and the words carry the tone, not the colour alone. */
export function Notice(props: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  role?: "status" | "alert";
}) {
  const { box, icon: Icon } = TONES[props.tone ?? "info"];
  return (
    <div role={props.role} className={clsx("flex items-start gap-2.5 rounded-md px-3 py-2.5", box)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {props.title ? <p className="font-medium">{props.title}</p> : null}
        {props.children ? <div className="text-sm text-ink">{props.children}</div> : null}
      </div>
      {props.action}
    </div>
  );
}
