import { History } from "lucide-react";
import { useState } from "react";
import { t } from "../../client/text.ts";
import { Button } from "../../ui/index.ts";
import { TimelineDialog } from "./TimelineDialog.tsx";

/** The way to what changed today, and before. */
export function TimelineButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <History aria-hidden className="size-4" />
        {t("history.title")}
      </Button>
      {open ? <TimelineDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
