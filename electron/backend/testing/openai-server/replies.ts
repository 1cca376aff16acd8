/** An error in the shape of the protocol. */
export function errorReply(status: number, message: string, code: string | null, param?: string) {
  const type = status >= 500 ? "server_error" : "invalid_request_error";
  return { status, body: { error: { message, type, param: param ?? null, code } } };
}
