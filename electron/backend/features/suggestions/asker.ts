import { AppError } from "#shared/errors/app-error.ts";
import type { SuggestionSource } from "#shared/features/annotations/desk-settings.ts";
import type { Learning } from "#shared/features/suggestions/contract.ts";
import { type Db, mayWrite } from "../../db/open.ts";
import type { Propose, ProviderRegistry } from "../../providers/registry.ts";
import type { ConnectionService } from "../providers/connections.ts";
import { isFit } from "./is-fit.ts";
import { ASKABLE, isAskable, readAnswer } from "./read-answer.ts";
import type { AskedRow, SuggestionQueries, TaskNow } from "./queries.ts";

type ConnectedModel = Extract<SuggestionSource, { kind: "connection" }>;

/** Examples that are asked about ahead of the desk; what is not going to be seen is not sent. */
const MOST_AHEAD = 20;
const CONCURRENCY = 2;

export interface AskerParts {
  db: Db;
  queries: SuggestionQueries;
  connections: ConnectionService;
  providers: ProviderRegistry;
  task: () => TaskNow;
  logError: (error: unknown) => void;
}

/**
 * Asks a connected model about the examples that come next, after somebody agreed to what leaves the computer.
 * It never holds the desk up: what comes too late is simply not there.
 */
export class Asker {
  readonly #parts: AskerParts;
  /** Connections that the person here agreed to; forgotten when the project is closed. */
  readonly #agreed = new Set<string>();
  /** Keys that were sent, also those whose answer was of no use. */
  readonly #asked = new Set<number>();
  #waiting: AskedRow[] = [];
  #underWay = new Set<Promise<void>>();
  #problem: AppError | null = null;
  /** Moves on with every new try: what an older one still fails at is known already. */
  #attempt = 0;
  #abort = new AbortController();

  constructor(parts: AskerParts) {
    this.#parts = parts;
  }

  describe(source: ConnectedModel): Pick<Learning, "phase" | "service" | "problem"> {
    const service = this.#serviceOf(source);
    const { taskType } = this.#parts.task();
    if (service === null || !ASKABLE.has(taskType)) return { phase: "off", service, problem: null };
    if (!this.#agreed.has(source.connectionId))
      return { phase: "needsConsent", service, problem: null };
    if (this.#problem) {
      const { code, params } = this.#problem;
      return { phase: "failed", service, problem: { code, params } };
    }
    return { phase: this.#underWay.size > 0 ? "asking" : "ready", service, problem: null };
  }

  agree(connectionId: string): void {
    this.#agreed.add(connectionId);
  }

  /** Tries once more after a failure. */
  retry(): void {
    this.#attempt += 1;
    this.#problem = null;
  }

  /** The open examples that the desk shows and is going to show. */
  follow(source: ConnectedModel, rows: readonly AskedRow[]): void {
    if (!mayWrite(this.#parts.db) || this.describe(source).phase === "failed") return;
    if (!this.#agreed.has(source.connectionId)) return;
    this.#waiting = rows
      .filter(({ key, isOpen, value }) => isOpen && value === null && !this.#asked.has(key))
      .filter(({ payload }) => isAskable(payload))
      .slice(0, MOST_AHEAD);
    while (this.#underWay.size < CONCURRENCY && this.#waiting.length > 0) this.#begin(source);
  }

  /** Forgets what was asked, as after a change of who proposes; what is under way comes to nothing. */
  async stop(): Promise<void> {
    this.#abort.abort();
    this.#waiting = [];
    await Promise.all(this.#underWay);
    this.#asked.clear();
    this.#problem = null;
    this.#abort = new AbortController();
  }

  #serviceOf({ connectionId, model }: ConnectedModel): Learning["service"] {
    try {
      const { name, baseUrl } = this.#parts.connections.get(connectionId);
      return { name, host: new URL(baseUrl).host, model };
    } catch {
      // It was removed since.
      return null;
    }
  }

  #begin(source: ConnectedModel) {
    const row = this.#waiting.shift();
    if (!row) return;
    this.#asked.add(row.key);
    const { signal } = this.#abort;
    const work = this.#ask(source, row, signal).finally(() => {
      this.#underWay.delete(work);
      if (!this.#problem && !signal.aborted) this.#begin(source);
    });
    this.#underWay.add(work);
  }

  async #ask(source: ConnectedModel, row: AskedRow, signal: AbortSignal) {
    const { connections, providers, task, queries, db } = this.#parts;
    const attempt = this.#attempt;
    try {
      const now = task();
      const propose: Propose = providers.proposer(
        connections.open(connections.get(source.connectionId)),
        source.model,
      );
      const { text, problem } = await propose(now, row, signal);
      if (signal.aborted || !mayWrite(db)) return;
      const said = problem === null && text !== null ? readAnswer(text, task(), row.payload) : null;
      const value = said && isFit(said, row, task()) ? JSON.stringify(said) : null;
      const proposed = { exampleKey: row.key, value, confidence: null, uncertainty: null };
      queries.put([proposed], source.model, Date.now());
    } catch (error) {
      if (signal.aborted) return;
      this.#asked.delete(row.key);
      if (attempt !== this.#attempt) return;
      this.#problem = error instanceof AppError ? error : new AppError("unexpected");
      if (!(error instanceof AppError)) this.#parts.logError(error);
    }
  }
}
