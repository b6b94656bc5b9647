import { createServer, connect as dial, type Server, type Socket } from "node:net";

/** Passes TCP on to a port that may change, so that what listens there may come back at another. */
export class TcpProxy {
  /** Where connections go. */
  target: number;
  /** Asked for each piece of an answer: true drops it and hangs up, as a network that breaks does. */
  dropsAnswer: (piece: Buffer) => boolean = () => false;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(target: number) {
    this.target = target;
    this.server = createServer((client) => this.pass(client));
  }

  static async start(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("the proxy does not listen");
    return address.port;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private pass(client: Socket): void {
    const upstream = dial(this.target, "127.0.0.1");
    const hangUp = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", hangUp);
      socket.on("close", () => {
        this.sockets.delete(socket);
        // What was said before a regular end is still on its way.
        if (socket === client || !upstream.readableEnded) hangUp();
      });
    }
    upstream.on("end", () => client.end());
    client.pipe(upstream);
    upstream.on("data", (answer: Buffer) => {
      if (this.dropsAnswer(answer)) hangUp();
      else client.write(answer);
    });
  }
}
