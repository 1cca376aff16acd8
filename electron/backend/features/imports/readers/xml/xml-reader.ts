import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";

export type Attributes = Readonly<Record<string, string>>;

/** What a document tells while it is read; names come without their namespace's prefix. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Reads XML that arrives in pieces. Knows no entities but the five of XML, so that none can be made to grow. */
export function createXmlReader(listener: XmlListener) {
  const parser = new SaxesParser({ xmlns: false });
  const decoder = new StringDecoder("utf8");
  parser.on("opentag", ({ name, attributes }) => listener.open?.(local(name), attributes));
  parser.on("closetag", ({ name }) => listener.close?.(local(name)));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  // Without a listener saxes throws; said here, because every caller relies on it.
  parser.on("error", (error) => {
    throw error;
  });
  return {
    push: (piece: Buffer) => void parser.write(decoder.write(piece)),
    end() {
      parser.write(decoder.end());
      parser.close();
    },
  };
}

/** Reads a whole document. */
export async function readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener) {
  const reader = createXmlReader(listener);
  let isEmpty = true;
  for await (const piece of pieces) {
    isEmpty = false;
    reader.push(piece);
  }
  if (!isEmpty) reader.end();
}

/** An attribute by its local name, whatever the prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  for (const key of Object.keys(attributes)) if (local(key) === name) return attributes[key];
  return undefined;
}
