import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice } from "../../ui/index.ts";
import { BundleReady } from "./BundleReady.tsx";
import { NameFirst } from "./NameFirst.tsx";
import { isTooShort, PassphraseField, passphraseOf } from "./PassphraseField.tsx";

/** Makes the file that goes back to whom the examples came from. */
export function ReturnDialog(props: { ownerName: string; onOpenChange: (open: boolean) => void }) {
  const { ownerName } = props;
  const formId = useId();
  const [typed, setTyped] = useState("");
  const known = useQuery(orpc.handouts.people.queryOptions()).data;
  const making = useMutation({
    ...orpc.handouts.createReturn.mutationOptions({ onSuccess: () => refreshProject() }),
    meta: { showsItsOwnError: true },
  });
  const saved = making.data;
  const needsName = known !== undefined && known.currentId === null;
  return (
    <Dialog
      open
      onOpenChange={(open) => (making.isPending ? undefined : props.onOpenChange(open))}
      title={t("handouts.return.title")}
      footer={
        saved ? (
          <Button look="primary" onClick={() => props.onOpenChange(false)}>
            {t("common.close")}
          </Button>
        ) : needsName ? null : (
          <>
            <Button disabled={making.isPending} onClick={() => props.onOpenChange(false)}>
              {t("common.cancel")}
            </Button>
            <Button
              type="submit"
              form={formId}
              look="primary"
              disabled={isTooShort(typed) || making.isPending}
            >
              {t(making.isPending ? "handouts.out.making" : "handouts.out.make")}
            </Button>
          </>
        )
      }
    >
      {saved ? (
        <BundleReady
          saved={saved}
          name={ownerName}
          what={t("handouts.saved.answered", {
            answered: formatNumber(saved.answered),
            examples: formatNumber(saved.examples),
            skipped: saved.skipped,
          })}
        />
      ) : needsName ? (
        <NameFirst />
      ) : (
        <form
          id={formId}
          className="flex flex-col gap-4 pb-3"
          onSubmit={(event) => {
            event.preventDefault();
            const passphrase = passphraseOf(typed);
            making.mutate(passphrase === undefined ? {} : { passphrase });
          }}
        >
          <p>{t("handouts.return.lead", { owner: ownerName })}</p>
          <PassphraseField kind="return" value={typed} onChange={setTyped} />
          {making.isError ? <ErrorNotice error={making.error} /> : null}
        </form>
      )}
    </Dialog>
  );
}
