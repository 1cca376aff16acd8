/** How this service behaves beyond the protocol; change the object while it runs. */
export interface Behaviour {
  /** Looks that the check of the files takes. */
  validatingLooks: number;
  /** Training steps, one for each look. */
  steps: number;
  endsAs: "succeeded" | "failed" | "cancelled";
  /** Looks at a succeeded job before it names its model. */
  namelessLooks: number;
  /** A status outside the protocol, shown between `queued` and `running`. */
  extraStatus: string | null;
  /** Stay in that status for now. */
  holdsExtraStatus: boolean;
  /** The model that every answer claims to come from; null for the honest one. */
  answersAs: string | null;
  /** Requests to a fresh model that still find nothing. */
  freshModelMisses: number;
  /** Chat parameters that are refused with a 400. */
  refusedParameters: string[];
  /** What becomes of a job's metadata and of the filter that names it. */
  metadata: "kept" | "dropped";
  filtersByMetadata: boolean;
  /** Looks at a deployment until it is active; null for a service whose jobs name their models. */
  deploymentLooks: number | null;
  /** Longest page of any list. */
  maxPage: number;
  /** Finish reason, refusal or text to give instead of an honest answer. */
  answer: { finish_reason?: string; refusal?: string; content?: string | null } | null;
}

export const ORDINARY: Behaviour = {
  validatingLooks: 1,
  steps: 3,
  endsAs: "succeeded",
  namelessLooks: 0,
  extraStatus: null,
  holdsExtraStatus: false,
  answersAs: null,
  freshModelMisses: 0,
  refusedParameters: [],
  metadata: "kept",
  filtersByMetadata: true,
  deploymentLooks: null,
  maxPage: 100,
  answer: null,
};

/** A request that goes wrong. `dropAfter` does the work and then breaks the connection before answering. */
export type Fault =
  | {
      kind: "status";
      status: number;
      code?: string;
      message?: string;
      headers?: Record<string, string>;
      /** Sent as it is instead of an error object. */
      body?: string;
    }
  | { kind: "drop" }
  | { kind: "dropAfter" }
  | { kind: "html" };

export interface RecordedRequest {
  method: string;
  /** Path below the base address, without the query. */
  path: string;
  query: Record<string, string>;
  authorization: string;
  /** Parsed JSON body, if it was JSON. */
  body: unknown;
  atMs: number;
}
