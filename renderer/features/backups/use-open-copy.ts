import { useMutation } from "@tanstack/react-query";
import type { Backup } from "../../../shared/features/backups/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { goTo } from "../../navigation/navigation.ts";

/** Opens a backup as a project of its own; a damaged one is said to be so, and the next is offered. */
export const useOpenCopy = (on: { onDamaged: (next: Backup) => void }) =>
  useMutation({
    ...orpc.backups.openCopy.mutationOptions({
      onSuccess: (answer) => {
        if (answer.outcome === "opened") goTo({ step: "bring" });
        else {
          const { next } = answer;
          showToast({
            tone: "danger",
            title: t("backups.damaged.title"),
            text: next
              ? t("backups.damaged.next", { when: formatDateTime(next.madeAtMs) })
              : t("backups.damaged.none"),
          });
          if (next) on.onDamaged(next);
        }
        return refreshProject();
      },
    }),
    meta: { showsItsOwnError: true },
  });
