import { useMutation, useQuery } from "@tanstack/react-query";
import { Bookmark, BookmarkPlus, X } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import type { ExampleFilter } from "../../../shared/features/examples/contract.ts";
import { filterStamp } from "../../../shared/features/examples/filter-stamp.ts";
import { queryClient } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Button, TextField } from "../../ui/index.ts";

const listed = orpc.examples.listFilters.queryOptions();
const refresh = () => queryClient.invalidateQueries({ queryKey: listed.queryKey });

/** Conditions that were given a name; a click sets them again. */
export function SavedFilters(props: {
  filter: ExampleFilter;
  onChoose: (filter: ExampleFilter) => void;
}) {
  const saved = useQuery(listed).data ?? [];
  const forget = useMutation(orpc.examples.removeFilter.mutationOptions({ onSuccess: refresh }));
  const present = filterStamp(props.filter);
  if (saved.length === 0) return null;
  return (
    <ul aria-label={t("examples.saved")} className="flex flex-wrap items-center gap-1.5">
      {saved.map(({ filterId, name, filter }) => (
        <li
          key={filterId}
          className="inline-flex h-6 max-w-64 items-center rounded-md bg-hover text-xs"
        >
          <button
            type="button"
            aria-pressed={filterStamp(filter) === present}
            onClick={() => props.onChoose(filter)}
            className="flex h-6 min-w-0 items-center gap-1 rounded-md px-2 -outline-offset-2! hover:bg-line aria-pressed:font-semibold aria-pressed:text-accent"
          >
            <Bookmark aria-hidden className="size-3 shrink-0" />
            <span dir="auto" className="truncate" title={name}>
              {name}
            </span>
          </button>
          <button
            type="button"
            aria-label={t("examples.saved.remove", { name })}
            onClick={() => forget.mutate({ filterId })}
            className="flex size-6 shrink-0 items-center justify-center rounded-md text-muted -outline-offset-2! hover:bg-line hover:text-ink"
          >
            <X aria-hidden className="size-3" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Gives the present conditions a name. */
export function SaveFilter(props: { filter: ExampleFilter }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const save = useMutation(
    orpc.examples.saveFilter.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        setName("");
        return refresh();
      },
    }),
  );
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button title={t("examples.saved.save")} aria-label={t("examples.saved.save")}>
          <BookmarkPlus aria-hidden className="size-4" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          aria-label={t("examples.saved.save")}
          className="z-30 w-72 rounded-lg border border-line bg-surface p-4 shadow-xl"
        >
          <form
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim()) save.mutate({ name: name.trim(), filter: props.filter });
            }}
          >
            <TextField
              label={t("examples.saved.name")}
              value={name}
              maxLength={80}
              onChange={({ target }) => setName(target.value)}
            />
            <Button type="submit" look="primary" disabled={!name.trim() || save.isPending}>
              {t("examples.saved.save")}
            </Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
