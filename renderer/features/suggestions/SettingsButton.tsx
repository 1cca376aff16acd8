import { useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useState } from "react";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button } from "../../ui/index.ts";
import { SettingsDialog } from "./SettingsDialog.tsx";

/** Who proposes answers, and how often help stays away. */
export function SettingsButton() {
  const [open, setOpen] = useState(false);
  const settings = useQuery(orpc.annotations.settings.queryOptions()).data;
  return (
    <>
      <Button
        title={t("suggestions.settings.open")}
        onClick={() => setOpen(true)}
        disabled={!settings}
      >
        <Sparkles aria-hidden className="size-4" />
        <span className="max-2xl:sr-only">{t("suggestions.settings.open")}</span>
      </Button>
      {open && settings ? (
        <SettingsDialog settings={settings} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
