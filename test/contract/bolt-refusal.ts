import type { Socket } from "node:net";

/**
 * Speaks just enough Bolt 4.4 to refuse whoever signs in, as a Neo4j with a password does. See the Bolt protocol
 * specification: handshake, then chunked messages of PackStream values.
 */
export function refusingEveryone(socket: Socket): void {
  socket.once("data", () => {
    socket.write(Buffer.from([0, 0, 4, 4]));
    socket.on("data", () => socket.write(FAILURE));
  });
}

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([0xd0, bytes.length]), bytes]);
};

/** FAILURE {code, message}: a structure of one field, a map of two entries. */
const message = Buffer.concat([
  Buffer.from([0xb1, 0x7f, 0xa2]),
  text("code"),
  text("Neo.ClientError.Security.Unauthorized"),
  text("message"),
  text("The client is unauthorized due to authentication failure."),
]);

/** In one chunk, with its length before and an empty chunk behind. */
const FAILURE = Buffer.concat([
  Buffer.from([message.length >> 8, message.length & 0xff]),
  message,
  Buffer.from([0, 0]),
]);
