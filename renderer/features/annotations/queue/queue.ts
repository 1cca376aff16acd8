import { createStore } from "zustand/vanilla";
import { answerLabels } from "../../../../shared/features/annotations/answer-texts.ts";
import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import type { QueueCounts, QueueName } from "../../../../shared/features/annotations/contract.ts";
import type { QueueOrder } from "../../../../shared/features/annotations/queue-order.ts";
import type { Example, ExampleFilter } from "../../../../shared/features/examples/contract.ts";
import type { SuggestionSeen } from "../../../../shared/features/suggestions/suggestion-seen.ts";
import type { RpcClient } from "../../../client/rpc.ts";

export type Decision =
  | { kind: "answer"; value: AnswerValue }
  | { kind: "skip" }
  | { kind: "clear" };

/** What the queue asks of the backend. */
export interface QueueApi {
  annotations: Pick<RpcClient["annotations"], "answer" | "clear" | "queue" | "skip">;
  examples: Pick<RpcClient["examples"], "get" | "remove" | "setFlag">;
}

/** What the desk was opened for; without `queue` it takes the one with work in it. */
export interface Assignment {
  projectId: string;
  queue?: QueueName | undefined;
  filter: ExampleFilter;
  /** In the file's order when left out. */
  order?: QueueOrder | undefined;
  /** The example to begin with; the queue goes on behind it. */
  firstExampleId?: string | undefined;
}

export interface QueueState {
  assignment: Assignment | null;
  queue: QueueName;
  /** Seen and coming examples in the order shown; `items[index]` is on the desk, past the end the queue is done. */
  items: Example[];
  index: number;
  counts: QueueCounts | null;
  /** The backend has nothing after the last of `items`. */
  exhausted: boolean;
  /** The order asked for has to wait until something was learned. */
  fellBack: boolean;
  saving: boolean;
  /** The decision being saved, or the one that could not be saved. */
  chosen: Decision | null;
  failure: { error: unknown } | null;
  /** Labels given lately, latest first. */
  recentLabelIds: string[];
  decidedAtMs: number[];
  /** Moves on whenever something is put on the desk, also when it is the same example again. */
  visit: number;
}

const PAGE = 20;
const REFILL_BELOW = 10;
/** Going back further than this would keep a whole day in memory. */
const LONGEST_TRAIL = 200;
const RECENT_LABELS = 5;
const REMEMBERED_DECISIONS = 30;

const EMPTY = {
  items: [],
  index: 0,
  counts: null,
  exhausted: false,
  fellBack: false,
  saving: false,
  chosen: null,
  failure: null,
} satisfies Partial<QueueState>;

/** Whether an example is as this decision would leave it. */
function isMade(decision: Decision, { status, answer, answeredBy }: Example): boolean {
  if (decision.kind === "skip") return status === "skipped";
  if (decision.kind === "clear") return status === "unlabelled";
  return answeredBy === "person" && JSON.stringify(answer) === JSON.stringify(decision.value);
}

/** The examples in memory around the one on the desk, and the only way to decide on it. */
export class LabelQueue {
  readonly store = createStore<QueueState>(() => ({
    ...EMPTY,
    assignment: null,
    queue: "unlabelled",
    recentLabelIds: [],
    decidedAtMs: [],
    visit: 0,
  }));
  readonly #api: QueueApi;
  readonly #onChanged: () => void;
  /** Moves on when the desk is opened for something else; answers to older questions are dropped. */
  #generation = 0;
  #filling: Promise<void> | null = null;
  /** In an order of its own: where the next page begins, and where those fetched began. */
  #cursor: string | null = null;
  #pages: { cursor: string | null; firstExampleId: string }[] = [];
  #shown: { exampleId: string; atMs: number } | null = null;
  #suggestion: { exampleId: string; seen: SuggestionSeen } | null = null;

  constructor(api: QueueApi, onChanged: () => void) {
    this.#api = api;
    this.#onChanged = onChanged;
  }

  /** The example on the desk. */
  get current(): Example | null {
    const { items, index } = this.store.getState();
    return items[index] ?? null;
  }

  /** True while the example on the desk is on the screen and nothing is being saved. */
  get isReady(): boolean {
    const { current } = this;
    const { saving } = this.store.getState();
    return !saving && current !== null && this.#shown?.exampleId === current.exampleId;
  }

  /** Starts on an assignment; the one already on the desk goes on where it was, with fresh content. */
  async open(assignment: Assignment): Promise<void> {
    const state = this.store.getState();
    const same = JSON.stringify(state.assignment) === JSON.stringify(assignment);
    const trail = same ? state.items.slice(0, state.index) : [];
    const otherProject = state.assignment?.projectId !== assignment.projectId;
    this.store.setState({
      ...EMPTY,
      ...(same ? { items: state.items, index: state.index, counts: state.counts } : {}),
      // A decision that could not be saved waits for its disk, also while other screens are open.
      ...(same && state.failure ? { chosen: state.chosen, failure: state.failure } : {}),
      ...(otherProject ? { recentLabelIds: [], decidedAtMs: [] } : {}),
      assignment,
      queue: same ? state.queue : (assignment.queue ?? "unlabelled"),
    });
    await this.#load(trail);
  }

  /** Goes through the queue again from its first example. */
  async restart(): Promise<void> {
    this.store.setState(({ assignment }) => ({
      ...EMPTY,
      assignment: assignment && { ...assignment, firstExampleId: undefined },
    }));
    await this.#load([]);
  }

  /** Tells that an example is really on screen: only then does a key decide on it. */
  markShown(exampleId: string, atMs: number): void {
    if (this.#shown?.exampleId !== exampleId) this.#shown = { exampleId, atMs };
  }

  /** Tells what can be seen of a suggestion for an example; it goes along with the answer. */
  noteSuggestion(exampleId: string, seen: SuggestionSeen): void {
    this.#suggestion = { exampleId, seen };
  }

  /** Saves a decision on the example on the desk and moves on once it is durable; ignored while one is being saved. */
  async decide(decision: Decision, nowMs: number): Promise<boolean> {
    const example = this.current;
    const shown = this.#shown;
    if (this.store.getState().saving || !example || shown?.exampleId !== example.exampleId)
      return false;
    const generation = this.#generation;
    this.store.setState({ saving: true, chosen: decision, failure: null });
    try {
      const result = await this.#send(example, decision, Math.round(nowMs - shown.atMs));
      this.#onChanged();
      if (generation !== this.#generation) return true;
      this.#replace(result.example);
      this.store.setState({ saving: false, chosen: null, counts: result.counts });
      if (decision.kind !== "clear") this.#remember(decision, nowMs);
      return true;
    } catch (error) {
      // What was refused may have been removed meanwhile, like the label chosen.
      this.#onChanged();
      if (generation === this.#generation)
        this.store.setState({ saving: false, failure: { error } });
      return false;
    }
  }

  /**
   * Finishes what a lost connection left open: a decision that was saved after all counts as made, any other
   * is sent once more. True when the decision on the example on the desk is saved by now.
   */
  async resume(nowMs: number): Promise<boolean> {
    const { failure, chosen, assignment } = this.store.getState();
    const example = this.current;
    if (!failure || !assignment) return false;
    if (!chosen || !example) {
      await this.open(assignment);
      return false;
    }
    const generation = this.#generation;
    const found = await this.#find(example.exampleId);
    if (generation !== this.#generation || this.current !== example) return false;
    if (!found || !isMade(chosen, found)) return this.decide(chosen, nowMs);
    this.#replace(found);
    this.store.setState({ failure: null, chosen: null });
    if (chosen.kind !== "clear") this.#remember(chosen, nowMs);
    this.#onChanged();
    await this.#recount();
    return true;
  }

  /** Leaves the example as it is and shows the next one. */
  forward(): void {
    const { saving, items, index, exhausted } = this.store.getState();
    if (saving || index >= items.length || (index === items.length - 1 && !exhausted)) return;
    this.#moveTo(index + 1);
  }

  back(): void {
    const { saving, index } = this.store.getState();
    if (saving || index === 0) return;
    this.#moveTo(index - 1);
    const exampleId = this.current?.exampleId;
    if (exampleId) void this.#refresh(exampleId);
  }

  async toggleFlag(): Promise<void> {
    await this.#change(async (example) => {
      const flagged = !example.flagged;
      await this.#api.examples.setFlag({ exampleIds: [example.exampleId], flagged });
      return () => {
        this.#replace({ ...example, flagged });
        this.store.setState(({ counts }) => ({
          counts: counts && { ...counts, flagged: counts.flagged + (flagged ? 1 : -1) },
        }));
      };
    });
  }

  /** Takes the example out of the project; undo brings it back. */
  async remove(): Promise<boolean> {
    return this.#change(async ({ exampleId }) => {
      await this.#api.examples.remove({ exampleIds: [exampleId] });
      return () => {
        const { items, index } = this.store.getState();
        this.store.setState({ items: items.filter((item) => item.exampleId !== exampleId) });
        this.#moveTo(index);
        void this.#recount();
      };
    });
  }

  /** Does something to the example on the desk that is no decision; `act` returns what to show then. */
  async #change(act: (example: Example) => Promise<() => void>): Promise<boolean> {
    const example = this.current;
    if (!example || this.store.getState().saving) return false;
    const generation = this.#generation;
    this.store.setState({ saving: true, failure: null });
    try {
      const show = await act(example);
      this.#onChanged();
      if (generation !== this.#generation) return true;
      this.store.setState({ saving: false });
      show();
      return true;
    } catch (error) {
      if (generation === this.#generation)
        this.store.setState({ saving: false, failure: { error } });
      return false;
    }
  }

  /** Puts one example on the desk, as after undo; the queue goes on behind it. */
  async show(exampleId: string): Promise<void> {
    const generation = this.#generation;
    const example = await this.#find(exampleId);
    if (!example || generation !== this.#generation) return;
    const { items, index } = this.store.getState();
    const at = items.findIndex((item) => item.exampleId === exampleId);
    if (at < 0) this.store.setState({ items: items.toSpliced(index, 0, example) });
    else this.#replace(example);
    this.#moveTo(at < 0 ? index : at);
    await this.#recount();
  }

  #send(example: Example, decision: Decision, elapsedMs: number) {
    const { exampleId } = example;
    const { annotations } = this.#api;
    if (decision.kind === "skip") return annotations.skip({ exampleId });
    if (decision.kind === "clear") return annotations.clear({ exampleId });
    const noted = this.#suggestion?.exampleId === exampleId ? this.#suggestion.seen : undefined;
    return annotations.answer({
      exampleId,
      value: decision.value,
      elapsedMs,
      ...(noted && { suggestion: noted }),
    });
  }

  #remember(decision: Decision, nowMs: number): void {
    const { index, decidedAtMs, recentLabelIds } = this.store.getState();
    const given = decision.kind === "answer" ? answerLabels(decision.value) : [];
    const others = recentLabelIds.filter((recent) => !given.includes(recent));
    this.store.setState({
      decidedAtMs: [...decidedAtMs, nowMs].slice(-REMEMBERED_DECISIONS),
      recentLabelIds:
        given.length > 0 ? [...given, ...others].slice(0, RECENT_LABELS) : recentLabelIds,
    });
    this.#moveTo(index + 1);
  }

  #replace(example: Example): void {
    this.store.setState(({ items }) => ({
      items: items.map((item) => (item.exampleId === example.exampleId ? example : item)),
    }));
  }

  #moveTo(index: number): void {
    const { items } = this.store.getState();
    const dropped = Math.max(0, index - LONGEST_TRAIL);
    this.#shown = null;
    this.#suggestion = null;
    this.store.setState(({ visit }) => ({
      items: items.slice(dropped),
      index: index - dropped,
      failure: null,
      chosen: null,
      visit: visit + 1,
    }));
    void this.#fill();
  }

  async #load(trail: Example[]): Promise<void> {
    const generation = ++this.#generation;
    this.#filling = null;
    this.#shown = null;
    const { assignment } = this.store.getState();
    if (!assignment) return;
    try {
      const { firstExampleId } = assignment;
      const named = firstExampleId && trail.length === 0 ? await this.#find(firstExampleId) : null;
      const before = named ? [named] : trail;
      this.#returnTo(trail);
      const first = await this.#firstPage(assignment, before.at(-1)?.exampleId);
      if (generation !== this.#generation) return;
      this.#noteCursor(first);
      const seen = new Set(before.map((example) => example.exampleId));
      const fresh = first.items.filter((example) => !seen.has(example.exampleId));
      this.store.setState(({ visit }) => ({
        queue: first.queue,
        items: [...before, ...fresh],
        index: trail.length,
        counts: first.counts,
        exhausted: first.cursor === null,
        fellBack: first.fellBack,
        visit: visit + 1,
      }));
      void this.#fill();
    } catch (error) {
      if (generation !== this.#generation) return;
      // The example to go on behind may have been removed meanwhile.
      if (trail.length > 0) return this.#load([]);
      this.store.setState({ failure: { error } });
    }
  }

  async #firstPage(assignment: Assignment, afterExampleId: string | undefined) {
    const { queue: current } = this.store.getState();
    const first = await this.#page(current, assignment, afterExampleId);
    if (assignment.queue || first.items.length > 0) return { ...first, queue: current };
    const { counts } = first;
    const queue: QueueName =
      counts.unlabelled > 0 ? "unlabelled" : counts.unreviewed > 0 ? "unreviewed" : "all";
    this.#cursor = null;
    return { ...(await this.#page(queue, assignment)), queue };
  }

  #page(queue: QueueName, { filter, order = "file" }: Assignment, afterExampleId?: string) {
    const asked = { queue, filter, order, limit: PAGE };
    if (order !== "file")
      return this.#api.annotations.queue({
        ...asked,
        ...(this.#cursor !== null && { cursor: this.#cursor }),
      });
    const after = afterExampleId === undefined ? {} : { afterExampleId };
    return this.#api.annotations.queue({ ...asked, ...after });
  }

  /** Goes on with the page that the end of the trail came from; without a trail, from the first. */
  #returnTo(trail: readonly Example[]): void {
    const seen = new Set(trail.map((example) => example.exampleId));
    const at = this.#pages.findLastIndex(({ firstExampleId }) => seen.has(firstExampleId));
    this.#cursor = this.#pages[at]?.cursor ?? null;
    this.#pages = at < 0 ? [] : this.#pages.slice(0, at);
  }

  #noteCursor(page: { items: Example[]; cursor: string | null }): void {
    const [first] = page.items;
    if (first) this.#pages.push({ cursor: this.#cursor, firstExampleId: first.exampleId });
    this.#cursor = page.cursor;
  }

  /** Fetches ahead in the background, one page at a time, so that the next example is always at hand. */
  #fill(): Promise<void> {
    const { items, index, exhausted } = this.store.getState();
    if (exhausted || items.length - index - 1 >= REFILL_BELOW) return Promise.resolve();
    this.#filling ??= this.#fetchMore(this.#generation).finally(() => {
      this.#filling = null;
    });
    return this.#filling;
  }

  async #fetchMore(generation: number): Promise<void> {
    const { assignment, queue, items } = this.store.getState();
    if (!assignment) return;
    try {
      const page = await this.#page(queue, assignment, items.at(-1)?.exampleId);
      if (generation !== this.#generation) return;
      this.#noteCursor(page);
      const known = new Set(this.store.getState().items.map((item) => item.exampleId));
      const fresh = page.items.filter((item) => !known.has(item.exampleId));
      this.store.setState((state) => ({
        items: [...state.items, ...fresh],
        exhausted: page.cursor === null,
        fellBack: page.fellBack,
      }));
      // A page that was all known, or answered meanwhile, is no end.
      if (fresh.length === 0 && page.cursor !== null) await this.#fetchMore(generation);
    } catch (error) {
      if (generation === this.#generation) this.store.setState({ failure: { error } });
    }
  }

  async #find(exampleId: string): Promise<Example | null> {
    try {
      const { history: _, ...example } = await this.#api.examples.get({ exampleId });
      return example;
    } catch {
      return null;
    }
  }

  async #refresh(exampleId: string): Promise<void> {
    const example = await this.#find(exampleId);
    if (example && !this.store.getState().saving) this.#replace(example);
  }

  async #recount(): Promise<void> {
    const { assignment, queue } = this.store.getState();
    if (!assignment) return;
    const generation = this.#generation;
    const page = await this.#api.annotations.queue({ queue, filter: assignment.filter, limit: 1 });
    if (generation === this.#generation) this.store.setState({ counts: page.counts });
  }
}
