import { KnownEvents, loud } from "./loud.ts";

type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
) => void;
type BeforeRequest = (
  details: { url: string },
  callback: (answer: { cancel: boolean }) => void,
) => void;

/** The default session; what the application set on it can be called as Electron would call it. */
export function createSession() {
  const events = new KnownEvents("Session", ["will-download"]);
  const handlers: {
    permissionRequest?: PermissionRequest;
    permissionCheck?: () => boolean;
    device?: () => boolean;
    spellChecker?: boolean;
    beforeRequest?: BeforeRequest;
  } = {};
  const schemes = new Map<string, (request: Request) => Promise<Response>>();
  const defaultSession = loud("Session", {
    on: (event: string, listener: (...args: never[]) => void) => void events.on(event, listener),
    setPermissionRequestHandler: (handler: PermissionRequest) =>
      void (handlers.permissionRequest = handler),
    setPermissionCheckHandler: (handler: () => boolean) =>
      void (handlers.permissionCheck = handler),
    setDevicePermissionHandler: (handler: () => boolean) => void (handlers.device = handler),
    setSpellCheckerEnabled: (enable: boolean) => void (handlers.spellChecker = enable),
    webRequest: loud("WebRequest", {
      onBeforeRequest: (handler: BeforeRequest) => void (handlers.beforeRequest = handler),
    }),
    protocol: loud("Protocol", {
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        void schemes.set(scheme, handler),
    }),
  });
  return {
    defaultSession,
    events,
    handlers,
    /** Asks the application's own scheme for an address, as the page would. */
    async fetch(url: string, init?: RequestInit): Promise<Response> {
      const handler = schemes.get(url.slice(0, url.indexOf(":")));
      if (!handler) throw new Error(`nobody serves ${url}`);
      return handler(new Request(url, init));
    },
    /** Whether a request to this address would leave the page. */
    isCancelled(url: string): boolean {
      let cancelled = false;
      handlers.beforeRequest?.({ url }, ({ cancel }) => (cancelled = cancel));
      return cancelled;
    },
  };
}
