import { clsx } from "clsx";
import { ArrowRight, Info } from "lucide-react";
import type { ReactNode } from "react";
import type { ReadAs } from "../../../shared/features/imports/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import type { Oddity } from "./oddities.ts";

interface OddityListProps {
  oddities: readonly Oddity[];
  className: string;
  onChange: (change: Partial<ReadAs>) => void;
}

/** What is unusual about this file, a sentence each; nothing at all for a clean one. */
export function OddityList(props: OddityListProps) {
  if (props.oddities.length === 0) return null;
  return (
    <ul
      aria-label={t("imports.notes")}
      className={clsx("flex flex-col gap-1.5 text-sm", props.className)}
    >
      {props.oddities.map((oddity) => (
        <li
          key={oddity.kind === "note" ? oddity.note.code : oddity.kind}
          className="flex items-start gap-2"
        >
          <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <div className="min-w-0 flex-1">{describe(oddity, props.onChange)}</div>
        </li>
      ))}
    </ul>
  );
}

function describe(oddity: Oddity, onChange: OddityListProps["onChange"]): ReactNode {
  if (oddity.kind === "note")
    return t(`imports.note.${oddity.note.code}`, {
      count: oddity.note.count,
      names: oddity.note.names,
    });
  if (oddity.kind === "shape")
    return t("imports.note.shape", { names: t(`imports.shape.${oddity.shape}`) });
  if (oddity.kind === "encoding") return <Encoding oddity={oddity} />;
  if (oddity.kind === "damaged") return <Damaged oddity={oddity} onChange={onChange} />;
  if (oddity.kind === "unnamed") return <Unnamed oddity={oddity} />;
  return t(`imports.oddity.${oddity.kind}`);
}

type OddityOf<Kind extends Oddity["kind"]> = Extract<Oddity, { kind: Kind }>;

function Quoted(props: { children: string }) {
  return (
    <span
      dir="auto"
      className="rounded border border-line bg-surface box-decoration-clone px-1 break-words"
    >
      {props.children}
    </span>
  );
}

function Encoding({ oddity }: { oddity: OddityOf<"encoding"> }) {
  return (
    <>
      {t("imports.oddity.encoding", { encoding: t(`imports.encoding.${oddity.encoding}`) })}{" "}
      {oddity.row === null ? null : (
        <>
          {t("imports.oddity.encoding.row", { row: formatNumber(oddity.row) })}{" "}
          <Quoted>{oddity.example}</Quoted>{" "}
        </>
      )}
      <span className="text-muted">{t("imports.oddity.encoding.next")}</span>
    </>
  );
}

/** Offered where cells look damaged; never done unasked. */
function Damaged(props: { oddity: OddityOf<"damaged">; onChange: OddityListProps["onChange"] }) {
  const { cells, rows, examples, isMended } = props.oddity;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4">
        {cells > 0
          ? t("imports.oddity.damaged", { cells, rows })
          : t("imports.oddity.damaged.mended")}
        <label className="flex min-h-6 items-center gap-2 font-medium">
          <input
            type="checkbox"
            checked={isMended}
            onChange={(event) => props.onChange({ repair: event.target.checked })}
            className="size-4 accent-(--accent)"
          />
          {t("imports.readAs.repair")}
        </label>
      </div>
      {examples.length > 0 ? (
        <ul className="mt-1 flex flex-col gap-1" aria-label={t("imports.oddity.damaged.example")}>
          {examples.map(({ before, after }) => (
            <li key={before} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
              <Quoted>{before}</Quoted>
              <span className="flex min-w-0 items-center gap-x-1.5">
                <ArrowRight
                  aria-label={t("imports.oddity.damaged.becomes")}
                  className="size-3.5 shrink-0 text-muted"
                />
                <Quoted>{after}</Quoted>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Unnamed({ oddity }: { oddity: OddityOf<"unnamed"> }) {
  const names = oddity.columns.map((name) => `“${name}”`).join(", ");
  return (
    <>
      {t("imports.oddity.unnamed", { columns: oddity.columns.length, names })}{" "}
      <span className="text-muted">
        {t(oddity.areEmpty ? "imports.oddity.unnamed.empty" : "imports.oddity.unnamed.kept")}
      </span>
    </>
  );
}
