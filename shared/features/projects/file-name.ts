/** Names that Windows keeps for devices, whatever follows the first point. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;
/** In UTF-16 units, for people; in bytes, for file systems that count those and need room for an ending. */
const MAX_LENGTH = 80;
const MAX_BYTES = 180;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** UTF-8 bytes of a text without lone surrogates. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Cut between what a person takes for two characters: half an emoji is no name. */
function shorten(text: string): string {
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    const next = kept + segment;
    if (next.length > MAX_LENGTH || bytesOf(next) > MAX_BYTES) break;
    kept = next;
  }
  return kept;
}

/** A file name, without ending, that Windows, macOS and Linux all accept, as close to `name` as can be. */
export function toFileName(name: string): string {
  const cleaned = name
    .toWellFormed()
    .normalize("NFC")
    // eslint-disable-next-line no-control-regex -- control characters are exactly what must go
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*]/g, " ")
    // Marks that turn the direction of writing: "gpj.exe" must not be shown as "exe.jpg".
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+/g, "");
  const fitting = shorten(cleaned).replace(/[. ]+$/g, "");
  if (fitting === "") return "project";
  return fitting.replace(RESERVED, "$1-project");
}
