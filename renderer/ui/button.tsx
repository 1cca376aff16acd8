import { clsx } from "clsx";
import type { ButtonHTMLAttributes } from "react";

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
}

export function Button({ look = "secondary", size = "normal", className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
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
