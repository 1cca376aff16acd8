import { createORPCClient } from "@orpc/client";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import type { Contract } from "../../shared/contract/index.ts";
import { CONNECT_MESSAGE, PORT_MESSAGE } from "../../shared/platform.ts";
import { connectionLost, connectionReopened } from "./connection.ts";
import { createReconnectingLink } from "./reconnecting-link.ts";

export type RpcClient = ContractRouterClient<Contract>;

/** The desktop host hands over a port when asked; see shared/platform.ts for the handshake. */
function desktopPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return;
      window.removeEventListener("message", onMessage);
      port.start();
      resolve(port);
    };
    window.addEventListener("message", onMessage);
    window.postMessage(CONNECT_MESSAGE, location.origin);
  });
}

async function createLink() {
  if (window.tacit) return new PortLink({ port: await desktopPort() });
  return createReconnectingLink({
    openSocket: () => new WebSocket(`ws://${location.host}/rpc`),
    onLost: connectionLost,
    onBack: () => void connectionReopened(),
  });
}

export const rpc: RpcClient = createORPCClient(await createLink());
export const orpc = createTanstackQueryUtils(rpc);
