import { useConnection } from "../client/connection.ts";
import { t } from "../client/text.ts";
import { Button, Notice } from "../ui/index.ts";

/** Says above the screen that the backend is away; the screen stays, with whatever is half typed on it. */
export function ConnectionBanner() {
  const lost = useConnection((state) => state.lost);
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
