import { DatabaseBackup } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { ClosedProject } from "../../../shared/features/backups/contract.ts";
import { t } from "../../client/text.ts";

const BackupsDialog = lazy(() =>
  import("./BackupsDialog.tsx").then((m) => ({ default: m.BackupsDialog })),
);

/** The way to the backups of a project that is not open, perhaps because it cannot be opened. */
export function BackupsOfClosed(props: { name: string; of: ClosedProject }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={t("backups.openOf", { name: props.name })}
        title={t("backups.open")}
        onClick={() => setOpen(true)}
        className="rounded p-1.5 text-muted hover:text-ink"
      >
        <DatabaseBackup aria-hidden className="size-4" />
      </button>
      {open ? (
        <Suspense fallback={null}>
          <BackupsDialog name={props.name} of={props.of} open onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
