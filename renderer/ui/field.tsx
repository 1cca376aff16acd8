import { clsx } from "clsx";
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";

const BOX =
  "w-full rounded-md border border-line-strong bg-surface px-2.5 text-ink placeholder:text-muted disabled:opacity-60";

interface FieldProps {
  label: string;
  hint?: ReactNode;
  className?: string | undefined;
  children: (id: string, hintId: string | undefined) => ReactNode;
}

/** A labelled control; the hint is read out with it. */
export function Field({ label, hint, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div className={clsx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children(id, hintId)}
      {hint ? (
        <p id={hintId} className="text-xs text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

interface Labelled {
  label: string;
  hint?: ReactNode;
  fieldClassName?: string;
}

export function TextField({
  label,
  hint,
  fieldClassName,
  className,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} hint={hint} className={fieldClassName}>
      {(id, hintId) => (
        <input
          id={id}
          aria-describedby={hintId}
          {...rest}
          className={clsx(BOX, "h-8", className)}
        />
      )}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  fieldClassName,
  className,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field label={label} hint={hint} className={fieldClassName}>
      {(id, hintId) => (
        <textarea
          id={id}
          aria-describedby={hintId}
          {...rest}
          className={clsx(BOX, "py-2 leading-relaxed", className)}
        />
      )}
    </Field>
  );
}

export function Select({
  label,
  hint,
  fieldClassName,
  className,
  children,
  ...rest
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field label={label} hint={hint} className={fieldClassName}>
      {(id, hintId) => (
        <select id={id} aria-describedby={hintId} {...rest} className={clsx(BOX, "h-8", className)}>
          {children}
        </select>
      )}
    </Field>
  );
}
