import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

/** A server of this machine that treats each connection as told. */
export async function listening(onConnection: (socket: Socket) => void): Promise<{
  port: number;
  close: () => Promise<void>;
}> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: a server that listens on a port has an address
  const { port } = server.address() as AddressInfo;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  return { port, close };
}

/** A port of this machine at which nobody listens. */
export async function closedPort(): Promise<number> {
  const { port, close } = await listening(() => undefined);
  await close();
  return port;
}
