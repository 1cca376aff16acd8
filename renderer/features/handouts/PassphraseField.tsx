import type { BundleKind } from "../../../shared/features/handouts/bundle.ts";
import { t } from "../../client/text.ts";
import { Notice, TextField } from "../../ui/index.ts";

const SHORTEST = 8;

/** What to send along; undefined for none. */
export const passphraseOf = (typed: string): string | undefined =>
  typed === "" ? undefined : typed;
export const isTooShort = (typed: string): boolean => typed !== "" && typed.length < SHORTEST;

/** Locking is a choice, and what comes of not doing it is said in words. */
export function PassphraseField(props: {
  value: string;
  kind: BundleKind;
  onChange: (value: string) => void;
}) {
  const { value } = props;
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={t("handouts.passphrase")}
        // Readable on purpose: it is told on the telephone, and a slip would lock everybody out.
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={value}
        aria-invalid={isTooShort(value)}
        hint={
          isTooShort(value) ? (
            <span className="text-danger">{t("handouts.passphraseShort")}</span>
          ) : (
            t("handouts.passphraseHint")
          )
        }
        onChange={(event) => props.onChange(event.target.value)}
      />
      {value === "" ? (
        <Notice tone="warning">
          {t(props.kind === "slice" ? "handouts.open.warning" : "handouts.open.warningReturn")}
        </Notice>
      ) : null}
    </div>
  );
}
