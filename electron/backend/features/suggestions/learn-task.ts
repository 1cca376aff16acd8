/** What a learning thread is given. */
export interface LearnTask {
  path: string;
  /** Examples that the desk shows and nothing is proposed for yet; keys. */
  wanted: number[];
  /** Where the desk is: the examples behind it come first. */
  afterKey: number;
  seed: number;
  /** False while there are too few answers, or somebody else proposes: then only the orders are worked out. */
  proposes: boolean;
}

/** A row of the table `suggestion`, but for its place among the unlike ones. */
export interface ProposedRow {
  exampleKey: number;
  value: string | null;
  /** Null from models that do not say how sure they are. */
  confidence: number | null;
  uncertainty: number | null;
}

/** What it sends while it works. */
export type LearnNews =
  | { kind: "proposed"; rows: ProposedRow[] }
  /** Keys, the most unlike first. */
  | { kind: "unlike"; keys: number[] };

export interface Learned {
  /** That taught something; 0 when nothing could be proposed. */
  answers: number;
  labelShares: [labelId: string, share: number][];
}
