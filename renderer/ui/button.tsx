import { clsx } from "clsx";
import type { ButtonHTMLAttributes } from "react";
import { useReadOnly } from "../client/read-only.ts";
import { t } from "../client/text.ts";

type Look = "primary" | "secondary" | "quiet" | "danger";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-accent-ink border-transparent hover:brightness-110",
  secondary: "bg-surface text-ink border-line hover:bg-hover",
  quiet: "bg-transparent text-ink border-transparent hover:bg-hover",
  danger: "bg-surface text-danger border-danger hover:bg-danger-soft",
};

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  size?: "normal" | "small" | "large";
  /** It changes the project: out of use, with the reason, while the project can only be looked at. */
  writes?: boolean;
}

export function Button(props: ButtonProps) {
  const { look = "secondary", size = "normal", writes = false, className, ...rest } = props;
  const refused = useReadOnly((state) => writes && state.reason !== null);
  return (
    <button
      type="button"
      {...rest}
      {...(refused ? { disabled: true, title: t("rescue.readOnly.hint") } : {})}
      className={clsx(
        "inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none",
        "disabled:opacity-50",
        size === "small" && "h-6 px-2 text-xs",
        size === "normal" && "h-8 px-3 text-sm",
        size === "large" && "h-10 px-5 text-base",
        LOOKS[look],
        className,
      )}
    />
  );
}
