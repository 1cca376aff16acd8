import type { ReactNode } from "react";
import { useReadOnly } from "../client/read-only.ts";
import { t } from "../client/text.ts";

/** Fields and buttons that change the project: out of use, with the reason, while it can only be looked at. */
export function WriteScope(props: { children: ReactNode }) {
  const disabled = useReadOnly((state) => state.reason !== null);
  return (
    <fieldset
      disabled={disabled}
      title={disabled ? t("rescue.readOnly.hint") : undefined}
      className="contents disabled:[&_button]:opacity-60"
    >
      {props.children}
    </fieldset>
  );
}
