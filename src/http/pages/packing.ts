import { AppError } from "../../domain/error.ts";

/**
 * Long texts travel in addresses deflated and in base64url: 1,000 Chinese characters percent-encoded
 * are 9,000 signs, more than some proxies let through; packed they are fewer than 4,000.
 */

/** More than any text the product reads; what unpacks to more was not packed here. */
const MOST_BYTES = 8_192;

export async function pack(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

const BROKEN = {
  zh: "网址不完整，读不出文字，请重新填写。",
  en: "The address is incomplete and the text cannot be read: type it again.",
};

/** The inverse of `pack`. Throws `invalid` for anything else, e.g. an address that was cut short. */
export async function unpack(packed: string): Promise<string> {
  const text = await plain(packed).catch(() => undefined);
  if (text === undefined) throw new AppError("invalid", BROKEN);
  return text;
}

async function plain(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (sign) =>
    sign.charCodeAt(0),
  );
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { fatal: true }).decode(await readAtMost(stream));
}

async function readAtMost(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const all = new Uint8Array(MOST_BYTES);
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (length + next.value.length > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    all.set(next.value, length);
    length += next.value.length;
  }
  return all.subarray(0, length);
}
