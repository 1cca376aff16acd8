import { clsx } from "clsx";
import { useId, useState } from "react";
import { LabelKey } from "../../../shared/features/definitions/contract.ts";
import { textOf } from "../../client/errors.ts";
import { useTextDraft } from "./use-text-draft.ts";

const CELL =
  "w-full rounded border border-transparent bg-transparent hover:border-line-strong focus:border-line-strong focus:bg-surface aria-invalid:border-danger";

/** Why the last change was refused, until one is taken or it is forgotten. */
function useRefusal() {
  const [problem, setProblem] = useState("");
  return {
    problem,
    forget: () => setProblem(""),
    attempt: async (save: () => Promise<unknown>): Promise<void> => {
      try {
        await save();
        setProblem("");
      } catch (error) {
        setProblem(textOf(error).what);
      }
    },
  };
}

/** A text edited in place: Enter or leaving saves, Escape takes back; a refusal is shown beneath. */
export function TextCell(props: {
  label: string;
  value: string;
  placeholder?: string;
  maxLength: number;
  required?: boolean;
  className?: string;
  onSave: (text: string) => Promise<unknown>;
}) {
  const { problem, attempt, forget } = useRefusal();
  const draft = useTextDraft(props.value, props.onSave);

  async function commit(): Promise<void> {
    if (props.required && draft.text.trim() === "") return draft.discard();
    await attempt(draft.commit);
  }

  return (
    <Refusable problem={problem}>
      {(problemId) => (
        <textarea
          rows={1}
          dir="auto"
          aria-label={props.label}
          aria-describedby={problemId}
          aria-invalid={problem !== ""}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          value={draft.text}
          onChange={(event) => draft.change(event.target.value.replaceAll("\n", " "))}
          onBlur={() => void commit()}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              void commit();
            } else if (event.key === "Escape") {
              draft.discard();
              forget();
            }
          }}
          className={clsx(
            CELL,
            "block max-h-32 min-h-8 resize-none px-2 py-[5px] leading-[1.4] [field-sizing:content] placeholder:text-transparent focus:placeholder:text-muted",
            props.className,
          )}
        />
      )}
    </Refusable>
  );
}

/** One character, saved as it is typed; the last valid one stays when the new one is refused. */
export function KeyCell(props: {
  label: string;
  value: string | null;
  onSave: (key: string | null) => Promise<unknown>;
}) {
  const { problem, attempt, forget } = useRefusal();

  async function change(typed: string): Promise<void> {
    const key = typed.toLowerCase();
    if (key !== "" && !LabelKey.safeParse(key).success) return;
    await attempt(() => props.onSave(key === "" ? null : key));
  }

  return (
    <Refusable problem={problem}>
      {(problemId) => (
        <input
          aria-label={props.label}
          aria-describedby={problemId}
          aria-invalid={problem !== ""}
          value={props.value ?? ""}
          onFocus={(event) => event.target.select()}
          onBlur={forget}
          // The box holds one character: what was typed last replaces it.
          onChange={(event) => void change(event.target.value.slice(-1))}
          className={clsx(CELL, "h-8 text-center tabular-nums")}
        />
      )}
    </Refusable>
  );
}

function Refusable(props: {
  problem: string;
  children: (problemId: string | undefined) => React.ReactNode;
}) {
  const id = useId();
  return (
    <div className="relative min-w-0">
      {props.children(props.problem ? id : undefined)}
      {props.problem ? (
        <p
          id={id}
          role="alert"
          className="absolute top-full right-0 z-20 mt-0.5 w-max max-w-72 min-w-full rounded border border-danger bg-danger-soft px-2 py-1 text-xs text-danger shadow"
        >
          {props.problem}
        </p>
      ) : null}
    </div>
  );
}
