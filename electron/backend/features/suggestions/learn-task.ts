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
  confidence: number;
  uncertainty: number;
}

/** What it sends while it works. */
export type LearnNews =
  | { kind: "proposed"; rows: ProposedRow[] }
  /** Keys, the most unlike first. */
  | { kind: "unlike"; keys: number[] };

export interface Learned {
  answers: number;
}
