import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What happens to a request: it passes, its answer is lost after the server acted, or somebody on the way answers. */
export type Fault = "pass" | "lose answer" | { status: number; retryAfter?: number };

/** One metric request as it came past. */
export interface PassedRequest {
  body: Buffer;
  contentType: string;
  atMs: number;
  fault: Fault;
}

/** A proxy in front of a server that treats its metric requests as a list of faults says, and then lets all pass. */
export class BadNetwork {
  readonly passed: PassedRequest[] = [];
  private readonly faults: Fault[];
  private readonly target: string;
  private readonly server: Server;

  private constructor(target: string, faults: Fault[]) {
    this.target = target;
    this.faults = [...faults];
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
  }

  static async open(target: string, faults: Fault[]): Promise<BadNetwork> {
    const network = new BadNetwork(target, faults);
    await new Promise<void>((resolve) => network.server.listen(0, "127.0.0.1", resolve));
    return network;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const isMetrics = /\/runs\/[0-9a-f]+\/metrics$/.test(request.url ?? "");
    const fault = isMetrics ? (this.faults.shift() ?? "pass") : "pass";
    const contentType = request.headers["content-type"] ?? "";
    if (isMetrics) this.passed.push({ body, contentType, atMs: Date.now(), fault });
    if (typeof fault === "object") {
      const headers = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
      response.writeHead(fault.status, headers).end("somebody on the way");
      return;
    }
    const answer = await fetch(`${this.target}${request.url}`, {
      method: request.method ?? "GET",
      headers: { authorization: request.headers.authorization ?? "", "content-type": contentType },
      ...(body.length === 0 ? {} : { body }),
    });
    const text = await answer.text();
    if (fault === "lose answer") response.destroy();
    else response.writeHead(answer.status, { "content-type": "application/json" }).end(text);
  }
}
