import type { Label } from "../../../../shared/features/definitions/contract.ts";

/** A label, or a group of labels whose names begin alike; a group may be a label itself. */
export interface LabelNode {
  /** The beginning of the names, which no other node has. */
  path: string;
  /** What is left of the name below the group above. */
  name: string;
  label: Label | null;
  children: LabelNode[];
}

interface Branch {
  label: Label | null;
  branches: Map<string, Branch>;
}

const emptyBranch = (): Branch => ({ label: null, branches: new Map() });

function grow(labels: readonly Label[]): Branch {
  const root = emptyBranch();
  for (const label of labels) {
    let branch = root;
    for (const part of label.name.split("/")) {
      const next = branch.branches.get(part) ?? emptyBranch();
      branch.branches.set(part, next);
      branch = next;
    }
    branch.label = label;
  }
  return root;
}

function toNode(path: string, name: string, branch: Branch): LabelNode {
  const [only, ...others] = branch.branches;
  // A group of one would be a step to nowhere: "and/or" stays one name.
  if (only && others.length === 0 && branch.label === null)
    return toNode(`${path}/${only[0]}`, `${name}/${only[0]}`, only[1]);
  return { path, name, label: branch.label, children: toNodes(`${path}/`, branch) };
}

const toNodes = (prefix: string, branch: Branch): LabelNode[] =>
  [...branch.branches].map(([part, next]) => toNode(prefix + part, part, next));

/** The labels as a tree by the “/” in their names, in their own order; names are never alike. */
export const growLabelTree = (labels: readonly Label[]): LabelNode[] => toNodes("", grow(labels));

export const hasGroups = (tree: readonly LabelNode[]): boolean =>
  tree.some((node) => node.children.length > 0);

/** How many labels of a group are among those chosen, the group's own included. */
export const countChosen = (node: LabelNode, chosen: ReadonlySet<string>): number =>
  (node.label && chosen.has(node.label.labelId) ? 1 : 0) +
  node.children.reduce((sum, child) => sum + countChosen(child, chosen), 0);
