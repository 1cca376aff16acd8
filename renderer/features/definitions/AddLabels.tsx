import { Plus } from "lucide-react";
import { useId, useRef, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { textOf } from "../../client/errors.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Button } from "../../ui/index.ts";
import { namesIn } from "./label-filter.ts";
import { useDefinitionChanges } from "./use-definition.ts";

/** Enter adds and stays for the next one; a pasted list becomes one label a line. */
export function AddLabels(props: { labels: Label[]; onAdded: () => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const { addLabel } = useDefinitionChanges();

  async function add(): Promise<void> {
    if (name.trim() === "") return;
    try {
      await addLabel.mutateAsync({ name });
      setName("");
      setProblem("");
      props.onAdded();
    } catch (error) {
      const text = textOf(error);
      setProblem(`${text.what} ${text.next}`);
    }
    input.current?.focus();
  }

  async function addList(names: string[]): Promise<void> {
    const known = new Set(props.labels.map((label) => label.name));
    const fresh = names.filter((fromList) => !known.has(fromList));
    try {
      // One after the other: each takes the next free key and colour.
      for (const fromList of fresh) await addLabel.mutateAsync({ name: fromList });
      const already = names.length - fresh.length;
      showToast({
        tone: "success",
        title: t("definitions.labels.added", { added: fresh.length }),
        ...(already > 0 ? { text: t("definitions.labels.alreadyThere", { count: already }) } : {}),
      });
      props.onAdded();
    } catch (error) {
      setProblem(textOf(error).what);
    }
  }

  return (
    <form
      className="flex min-w-72 flex-1 flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="flex max-w-md items-center gap-2">
        <input
          ref={input}
          dir="auto"
          maxLength={200}
          aria-label={t("definitions.labels.new")}
          aria-describedby={id}
          aria-invalid={problem !== ""}
          placeholder={t("definitions.labels.new")}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setProblem("");
          }}
          onPaste={(event) => {
            const names = namesIn(event.clipboardData.getData("text"));
            if (names.length < 2) return;
            event.preventDefault();
            void addList(names);
          }}
          className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-muted"
        />
        <Button type="submit" disabled={name.trim() === ""}>
          <Plus aria-hidden className="size-4" />
          {t("definitions.labels.add")}
        </Button>
      </div>
      <output id={id} className={`block text-xs ${problem ? "text-danger" : "text-muted"}`}>
        {problem || t("definitions.labels.newHint")}
      </output>
    </form>
  );
}
