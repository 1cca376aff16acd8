import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import { memo } from "react";
import { create } from "zustand";
import { formatNumber, t } from "../../../client/text.ts";
import { Badge, ScrollRegion } from "../../../ui/index.ts";
import { LabelButton } from "../labels/LabelButton.tsx";
import { countChosen, hasGroups, type LabelNode } from "./label-tree.ts";

/** Groups that are folded stay so from one example to the next. */
const useFolded = create<{ paths: ReadonlySet<string> }>(() => ({ paths: new Set() }));

function fold(path: string): void {
  useFolded.setState(({ paths }) => {
    const others = new Set(paths);
    if (!others.delete(path)) others.add(path);
    return { paths: others };
  });
}

interface TagBoardProps {
  tree: LabelNode[];
  chosen: ReadonlySet<string>;
  few: boolean;
  onPick: (labelId: string) => void;
}

/** Every label to tick, groups with their heads to fold. */
export const TagBoard = memo(function TagBoard({ tree, chosen, few, onPick }: TagBoardProps) {
  return (
    <ScrollRegion
      aria-label={t("annotations.labels")}
      className="min-h-0 flex-1 overflow-auto -outline-offset-2!"
    >
      <div
        className={
          few
            ? "grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-2 p-4"
            : "p-3 [column-gap:0.75rem] [columns:14rem]"
        }
      >
        {tree.map((node, at) => (
          <Node
            key={node.path}
            node={node}
            chosen={chosen}
            few={few}
            quiet={!few && at > 0}
            onPick={onPick}
          />
        ))}
      </div>
    </ScrollRegion>
  );
});

interface NodeProps extends Omit<TagBoardProps, "tree"> {
  node: LabelNode;
  quiet: boolean;
}

function Node(props: NodeProps) {
  const { node, chosen, few, quiet, onPick } = props;
  if (node.children.length > 0) return <Group {...props} />;
  if (!node.label) return null;
  return (
    <LabelButton
      several
      label={node.label}
      name={node.name}
      chosen={chosen.has(node.label.labelId)}
      few={few}
      quiet={quiet}
      onPick={onPick}
    />
  );
}

/** More rows than these may go on in the next column. */
const MOST_TOGETHER = 10;
const isSmall = ({ children }: LabelNode): boolean =>
  children.length <= MOST_TOGETHER && !hasGroups(children);

/** A group that is a label itself has it as its first row: choosing below never chooses it along. */
function Group({ node, chosen, few, quiet, onPick }: NodeProps) {
  const folded = useFolded((state) => state.paths.has(node.path));
  const count = countChosen(node, chosen);
  return (
    <div
      role="group"
      aria-label={node.path}
      className={clsx("mb-1", isSmall(node) && "break-inside-avoid")}
    >
      <button
        type="button"
        data-label-row=""
        data-group={folded ? "folded" : "open"}
        tabIndex={quiet ? -1 : undefined}
        aria-expanded={!folded}
        onClick={() => fold(node.path)}
        className="flex min-h-7 w-full break-after-avoid items-center gap-1.5 rounded-md px-1.5 py-1 text-left text-sm font-semibold hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className={clsx("size-3.5 shrink-0 text-muted", !folded && "rotate-90")}
        />
        <bdi className="min-w-0 break-words">{node.name}</bdi>
        {/* Of a fixed size, so that the labels around need not be laid out anew with every tick. */}
        <span className="flex h-5 w-20 shrink-0 items-center [contain:strict]">
          {count > 0 ? (
            <Badge tone="accent">{t("annotations.tag.chosen", { chosen: count })}</Badge>
          ) : (
            <span className="text-xs font-normal text-muted tabular-nums">
              {formatNumber(node.children.length)}
            </span>
          )}
        </span>
      </button>
      {folded ? null : (
        <div className="ml-3 border-l border-line pl-1.5">
          {node.label ? (
            <LabelButton
              several
              quiet
              label={node.label}
              chosen={chosen.has(node.label.labelId)}
              few={few}
              onPick={onPick}
            />
          ) : null}
          {node.children.map((child) => (
            <Node key={child.path} node={child} chosen={chosen} few={few} quiet onPick={onPick} />
          ))}
        </div>
      )}
    </div>
  );
}
