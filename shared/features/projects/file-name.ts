/** Names that Windows keeps for devices, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const MAX_LENGTH = 80;

/** A file name, without ending, that Windows, macOS and Linux all accept, as close to `name` as can be. */
export function toFileName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    // eslint-disable-next-line no-control-regex -- control characters are exactly what must go
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, MAX_LENGTH)
    .replace(/^[. ]+|[. ]+$/g, "");
  if (cleaned === "") return "project";
  return RESERVED.test(cleaned) ? `${cleaned}-project` : cleaned;
}
