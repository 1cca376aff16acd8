import { useQuery } from "@tanstack/react-query";
import type { ProjectPerson } from "../../../shared/features/handouts/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { RadioCard, Select, TextField } from "../../ui/index.ts";
import { type HandOutForm, NEW_PERSON } from "./hand-out-form.ts";
import { PassphraseField } from "./PassphraseField.tsx";

interface Fields {
  form: HandOutForm;
  people: ProjectPerson[];
  available: number | undefined;
  onChange: (change: Partial<HandOutForm>) => void;
}

/** To whom, which, how many, how many for both, and whether locked. */
export function HandOutFields({ form, people, available, onChange }: Fields) {
  return (
    <>
      <Whom form={form} people={people} onChange={onChange} />
      <Which form={form} onChange={onChange} />
      <Narrowed form={form} onChange={onChange} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("handouts.out.count")}
          type="number"
          min={1}
          value={form.count}
          hint={
            available === undefined
              ? null
              : t("handouts.out.available", { available, shown: formatNumber(available) })
          }
          onChange={(event) => onChange({ count: event.target.value })}
        />
        <TextField
          label={t("handouts.out.overlap")}
          type="number"
          min={0}
          max={100}
          value={form.overlapPercent}
          hint={t("handouts.out.overlapHint")}
          onChange={(event) => onChange({ overlapPercent: event.target.value })}
        />
      </div>
      <PassphraseField
        kind="slice"
        value={form.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
      />
      <p className="text-xs text-muted">{t("handouts.out.leaves")}</p>
    </>
  );
}

function Whom({ form, people, onChange }: Omit<Fields, "available">) {
  const others = people.filter(({ isCurrent }) => !isCurrent);
  const name = (
    <TextField
      label={t("handouts.out.name")}
      placeholder={t("handouts.people.namePlaceholder")}
      value={form.name}
      maxLength={100}
      dir="auto"
      onChange={(event) => onChange({ name: event.target.value })}
    />
  );
  if (others.length === 0) return name;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t("handouts.out.to")}
        value={form.to}
        onChange={(event) => onChange({ to: event.target.value })}
      >
        {others.map((person) => (
          <option key={person.annotatorId} value={person.annotatorId}>
            {person.name}
          </option>
        ))}
        <option value={NEW_PERSON}>{t("handouts.out.newName")}</option>
      </Select>
      {form.to === NEW_PERSON ? name : null}
    </div>
  );
}

/** The filters that were saved in the table of examples; nothing to choose while there are none. */
function Narrowed({ form, onChange }: Pick<Fields, "form" | "onChange">) {
  const filters = useQuery(orpc.examples.listFilters.queryOptions()).data ?? [];
  if (filters.length === 0) return null;
  return (
    <Select
      label={t("handouts.out.filter")}
      value={form.filterId}
      onChange={({ target: { value: filterId } }) =>
        onChange({
          filterId,
          filter: filters.find((each) => each.filterId === filterId)?.filter ?? {},
        })
      }
    >
      <option value="">{t("handouts.out.filterAll")}</option>
      {filters.map(({ filterId, name }) => (
        <option key={filterId} value={filterId}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function Which({ form, onChange }: Pick<Fields, "form" | "onChange">) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t("handouts.out.which")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {(["unlabelled", "all"] as const).map((which) => (
          <RadioCard
            key={which}
            name="which"
            checked={form.which === which}
            onChoose={() => onChange({ which })}
            title={t(`handouts.out.which.${which}`)}
            text={t(`handouts.out.which.${which}Text`)}
          />
        ))}
      </div>
      {form.which === "all" ? (
        <label className="flex items-start gap-2.5">
          <input
            type="checkbox"
            className="mt-1 accent-(--accent)"
            checked={form.withAnswers}
            onChange={(event) => onChange({ withAnswers: event.target.checked })}
          />
          <span>
            {t("handouts.out.withAnswers")}
            <span className="block text-xs text-muted">{t("handouts.out.withAnswersHint")}</span>
          </span>
        </label>
      ) : null}
    </fieldset>
  );
}
