import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { LocalPerson } from "../../../shared/features/handouts/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc, rpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice, RadioCard, TextField } from "../../ui/index.ts";

const NEW = "new";

/** Who of the people on this computer works now; somebody new says their name. */
export function PeopleDialog(props: { onOpenChange: (open: boolean) => void }) {
  const formId = useId();
  const people = useQuery(orpc.handouts.people.queryOptions()).data;
  const [picked, setPicked] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = picked ?? people?.currentId ?? NEW;
  const known = people?.people.find(({ annotatorId }) => annotatorId === chosen);
  const name = typed ?? known?.name ?? "";
  const save = useMutation({
    mutationFn: async () => {
      if (!known) return rpc.handouts.addPerson({ name });
      const { annotatorId } = known;
      if (name.trim() !== known.name) await rpc.handouts.renamePerson({ annotatorId, name });
      return rpc.handouts.choosePerson({ annotatorId });
    },
    onSuccess: async () => {
      await refreshProject();
      props.onOpenChange(false);
    },
    meta: { showsItsOwnError: true },
  });
  function pick(annotatorId: string) {
    setPicked(annotatorId);
    setTyped(null);
  }
  return (
    <Dialog
      open
      onOpenChange={props.onOpenChange}
      title={t("handouts.people.title")}
      description={t("handouts.people.lead")}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            disabled={save.isPending || name.trim() === ""}
          >
            {known ? t("handouts.people.use", { name }) : t("handouts.people.add")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3 pb-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") save.mutate();
        }}
      >
        {people && people.people.length > 0 ? (
          <PeopleChoice people={people.people} chosen={chosen} onPick={pick} />
        ) : null}
        <TextField
          label={
            known ? t("handouts.people.renameTo", { name: known.name }) : t("handouts.people.name")
          }
          placeholder={t("handouts.people.namePlaceholder")}
          hint={known ? null : t("handouts.you.why")}
          value={name}
          maxLength={100}
          dir="auto"
          onChange={(event) => setTyped(event.target.value)}
        />
        {save.isError ? <ErrorNotice error={save.error} /> : null}
      </form>
    </Dialog>
  );
}

function PeopleChoice(props: {
  people: LocalPerson[];
  chosen: string;
  onPick: (annotatorId: string) => void;
}) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t("handouts.people.choose")}</legend>
      {props.people.map(({ annotatorId, name, fingerprint }) => (
        <RadioCard
          key={annotatorId}
          name="person"
          checked={props.chosen === annotatorId}
          onChoose={() => props.onPick(annotatorId)}
          title={<bdi>{name}</bdi>}
          text={<span className="font-mono text-xs">{fingerprint}</span>}
        />
      ))}
      <RadioCard
        name="person"
        checked={props.chosen === NEW}
        onChoose={() => props.onPick(NEW)}
        title={t("handouts.people.new")}
        text={t("handouts.you.why")}
      />
    </fieldset>
  );
}
