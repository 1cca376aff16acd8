import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Who may talk to the web host: this machine, this origin, and whoever holds the session token. */
export interface Guard {
  origin: string;
  cookieName: string;
  token: string;
}

export function isForThisHost(request: IncomingMessage, guard: Guard): boolean {
  return `http://${request.headers.host ?? ""}` === guard.origin;
}

/** Browsers send an Origin with everything that can change something; another site's is refused. */
export function isFromThisOrigin(request: IncomingMessage, guard: Guard): boolean {
  const { origin } = request.headers;
  return origin === undefined ? request.method === "GET" : origin === guard.origin;
}

export function isToken(candidate: string | null | undefined, guard: Guard): boolean {
  const given = Buffer.from(candidate ?? "");
  const wanted = Buffer.from(guard.token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export function holdsToken(request: IncomingMessage, guard: Guard): boolean {
  const cookies = (request.headers.cookie ?? "").split(";").map((part) => part.trim());
  const mine = cookies.find((cookie) => cookie.startsWith(`${guard.cookieName}=`));
  return isToken(mine?.slice(guard.cookieName.length + 1), guard);
}
