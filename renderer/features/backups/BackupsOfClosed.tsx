import { DatabaseBackup } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { ClosedProject } from "../../../shared/features/backups/contract.ts";
import { t } from "../../client/text.ts";
import { Button } from "../../ui/index.ts";

const BackupsDialog = lazy(() =>
  import("./BackupsDialog.tsx").then((m) => ({ default: m.BackupsDialog })),
);

/** The way to the backups of a project that is not open, perhaps because it cannot be opened. */
export function BackupsOfClosed(props: {
  name: string;
  of: ClosedProject;
  /** In a list of projects there is room for an icon only. */
  look?: "icon" | "button";
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {props.look === "button" ? (
        <Button onClick={() => setOpen(true)}>{t("backups.ofDamaged")}</Button>
      ) : (
        <button
          type="button"
          aria-label={t("backups.openOf", { name: props.name })}
          title={t("backups.open")}
          onClick={() => setOpen(true)}
          className="rounded p-1.5 text-muted hover:text-ink"
        >
          <DatabaseBackup aria-hidden className="size-4" />
        </button>
      )}
      {open ? (
        <Suspense fallback={null}>
          <BackupsDialog name={props.name} of={props.of} open onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
