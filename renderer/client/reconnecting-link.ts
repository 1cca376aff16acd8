import type { ClientContext, ClientLink } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";

/** Milliseconds before each further try; the last one stays. */
const RETRY_AFTER_MS = [200, 400, 800, 1600, 3000];

interface Reconnecting {
  openSocket(): WebSocket;
  onLost(): void;
  /** A socket is open again; calls made from here on reach whoever answers now. */
  onBack(): void;
}

/**
 * Calls over a socket that is opened anew, for as long as it takes, when it breaks. A call under way when
 * it breaks fails: whether it was carried out is for whoever made it to find out.
 */
export function createReconnectingLink(events: Reconnecting): ClientLink<ClientContext> {
  let failures = 0;
  let wasLost = false;
  let current = connect();

  function connect(): RPCLink<ClientContext> {
    const websocket = events.openSocket();
    websocket.addEventListener("open", () => {
      failures = 0;
      if (wasLost) events.onBack();
      wasLost = false;
    });
    websocket.addEventListener("close", () => {
      if (!wasLost) events.onLost();
      wasLost = true;
      const waitMs = RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)];
      failures += 1;
      setTimeout(() => {
        current = connect();
      }, waitMs);
    });
    return new RPCLink({ websocket });
  }
  return { call: (...call) => current.call(...call) };
}
