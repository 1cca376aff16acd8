import { useQuery } from "@tanstack/react-query";
import { ListFilter, Search, X } from "lucide-react";
import { Popover } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import type { ExampleFilter } from "../../../shared/features/examples/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatPercent, t } from "../../client/text.ts";
import { Button } from "../../ui/index.ts";
import { chipsOf, type FilterNames, withoutField } from "./filter-chips.ts";
import { FilterForm } from "./FilterForm.tsx";
import { SavedFilters, SaveFilter } from "./SavedFilters.tsx";

/** Short enough that one sees hits while typing, long enough that not every letter is searched for. */
const TYPING_MS = 120;

interface FilterBarProps {
  filter: ExampleFilter;
  names: FilterNames;
  onChange: (filter: ExampleFilter) => void;
}

/** What is looked for: words, conditions, and the conditions that were given a name. */
export function FilterBar({ filter, names, onChange }: FilterBarProps) {
  const chips = chipsOf(filter, names);
  return (
    <search className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <SearchBox
          text={filter.text ?? ""}
          onSearch={(text) =>
            onChange({ ...withoutField(filter, "text"), ...(text ? { text } : {}) })
          }
        />
        <Popover.Root>
          <Popover.Trigger asChild>
            <Button>
              <ListFilter aria-hidden className="size-4" />
              {t("examples.filter")}
            </Button>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              align="end"
              sideOffset={6}
              collisionPadding={12}
              aria-label={t("examples.filter.title")}
              className="z-30 max-h-(--radix-popover-content-available-height) w-[30rem] overflow-auto rounded-lg border border-line bg-surface p-4 shadow-xl"
            >
              <FilterForm filter={filter} names={names} onChange={onChange} />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
        {chips.length > 0 || filter.text ? <SaveFilter filter={filter} /> : null}
      </div>
      <div className="flex flex-wrap items-center gap-1.5 empty:hidden">
        {chips.map(({ field, text }) => (
          <span
            key={field}
            className="inline-flex h-6 max-w-80 items-center gap-1 rounded-md border border-line bg-surface pl-2 text-xs"
          >
            <span dir="auto" className="truncate" title={text}>
              {text}
            </span>
            <button
              type="button"
              aria-label={t("examples.filter.drop", { condition: text })}
              onClick={() => onChange(withoutField(filter, field))}
              className="flex size-6 items-center justify-center rounded-md text-muted -outline-offset-2! hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-3" />
            </button>
          </span>
        ))}
        {chips.length > 1 ? (
          <Button look="quiet" size="small" onClick={() => onChange({})}>
            {t("examples.filter.clear")}
          </Button>
        ) : null}
        <SavedFilters filter={filter} onChoose={onChange} />
      </div>
    </search>
  );
}

function SearchBox(props: { text: string; onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(props.text);
  const { text, onSearch } = props;
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  }, [onSearch]);
  const sent = useRef(text);
  useEffect(() => {
    // Changed from elsewhere: a saved filter, going back.
    if (text !== sent.current) setTyped(text);
    sent.current = text;
  }, [text]);
  useEffect(() => {
    if (typed.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      latest.current(typed.trim());
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className="min-w-0 flex-1">
      <div className="relative">
        <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted" />
        <input
          type="search"
          aria-label={t("examples.search")}
          placeholder={t("examples.search")}
          title={t("examples.search.hint")}
          maxLength={500}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className="h-8 w-full rounded-md border border-line-strong bg-surface pr-2 pl-8 text-ink placeholder:text-muted"
        />
      </div>
      {text ? <Preparing /> : null}
    </div>
  );
}

/** Says so while the index is not complete, because then not everything is found. */
function Preparing() {
  const state = useQuery({
    ...orpc.search.state.queryOptions(),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.ready ? false : 1000),
  }).data;
  if (!state || state.ready) return null;
  return (
    <p role="status" className="mt-1 text-xs text-muted">
      {t("examples.search.preparing", {
        share: formatPercent(state.indexed / Math.max(1, state.total)),
      })}
    </p>
  );
}
