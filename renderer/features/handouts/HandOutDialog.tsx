import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { BundleSaved, ProjectPerson } from "../../../shared/features/handouts/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc, rpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice } from "../../ui/index.ts";
import { BundleReady } from "./BundleReady.tsx";
import { emptyForm, type HandOutForm, isReady, NEW_PERSON, planOf } from "./hand-out-form.ts";
import { HandOutFields } from "./HandOutFields.tsx";
import { NameFirst } from "./NameFirst.tsx";
import { passphraseOf } from "./PassphraseField.tsx";

async function create(form: HandOutForm): Promise<BundleSaved> {
  const plan = planOf(form);
  if (!plan) throw new Error("the form is not ready");
  const passphrase = passphraseOf(form.passphrase);
  return rpc.handouts.create({
    ...plan,
    to: form.to === NEW_PERSON ? { name: form.name } : { annotatorId: form.to },
    withAnswers: form.which === "all" && form.withAnswers,
    ...(passphrase === undefined ? {} : { passphrase }),
  });
}

/** While a number makes no sense, how many there are is still worth knowing. */
const planned = (form: HandOutForm) => ({
  ...(planOf(form) ?? { which: form.which, filter: form.filter, count: 1, overlapShare: 0 }),
  ...(form.to === NEW_PERSON ? {} : { annotatorId: form.to }),
});

/** Chooses what goes to whom, and makes the file. */
export function HandOutDialog(props: {
  people: ProjectPerson[];
  onOpenChange: (open: boolean) => void;
}) {
  const formId = useId();
  const [form, setForm] = useState(() => emptyForm(props.people));
  const known = useQuery(orpc.handouts.people.queryOptions()).data;
  const outlook = useQuery({
    ...orpc.handouts.plan.queryOptions({ input: planned(form) }),
    placeholderData: (before) => before,
  }).data;
  const making = useMutation({
    mutationFn: () => create(form),
    onSuccess: () => refreshProject(),
    meta: { showsItsOwnError: true },
  });
  const name =
    form.to === NEW_PERSON
      ? form.name
      : (props.people.find(({ annotatorId }) => annotatorId === form.to)?.name ?? "");
  const saved = making.data;
  const needsName = known !== undefined && known.currentId === null;
  const isPossible = isReady(form) && (outlook?.examples ?? 0) > 0 && !making.isPending;
  return (
    <Dialog
      open
      onOpenChange={(open) => (making.isPending ? undefined : props.onOpenChange(open))}
      width="wide"
      title={t("handouts.out.title")}
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
            <Button type="submit" form={formId} look="primary" writes disabled={!isPossible}>
              {t(making.isPending ? "handouts.out.making" : "handouts.out.make")}
            </Button>
          </>
        )
      }
    >
      {saved ? (
        <BundleReady saved={saved} name={name} what={sumOf(saved)} />
      ) : needsName ? (
        <NameFirst />
      ) : (
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-4 pb-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (isPossible) making.mutate();
          }}
        >
          <HandOutFields
            form={form}
            people={props.people}
            available={outlook?.available}
            onChange={(change) => setForm({ ...form, ...change })}
          />
          {outlook && planOf(form) ? (
            <p role="status" className="font-medium">
              {sumOf(outlook)}
            </p>
          ) : null}
          {making.isError ? <ErrorNotice error={making.error} /> : null}
        </form>
      )}
    </Dialog>
  );
}

const sumOf = ({ examples, overlap }: { examples: number; overlap: number }): string =>
  t("handouts.out.plan", { examples, shown: formatNumber(examples), overlap });
