import { useEffect } from "react";
import { useConnection } from "../client/connection.ts";
import { refreshProject } from "../client/query-client.ts";
import { t } from "../client/text.ts";
import { showToast } from "../client/toasts.ts";
import { Button, Notice } from "../ui/index.ts";

/** Once the backend answers again, every screen asks anew for what it shows. */
const useRefreshWhenBack = (): void =>
  useEffect(
    () =>
      useConnection.subscribe(({ epoch }, before) => {
        if (epoch === before.epoch) return;
        void refreshProject();
        showToast({ tone: "success", topic: "connection", title: t("common.connectionBack") });
      }),
    [],
  );

/** Says above the screen that the backend is away; the screen stays, with whatever is half typed on it. */
export function ConnectionBanner() {
  const lost = useConnection((state) => state.lost);
  useRefreshWhenBack();
  if (!lost) return null;
  return (
    <div className="border-b border-line bg-warning-soft px-2">
      <Notice
        role="alert"
        tone="warning"
        title={t("common.connectionLost.title")}
        action={
          <Button size="small" onClick={() => location.reload()}>
            {t("common.connectionLost.reload")}
          </Button>
        }
      >
        {t("common.connectionLost.text")}
      </Notice>
    </div>
  );
}
