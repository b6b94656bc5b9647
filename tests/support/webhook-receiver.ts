import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { createOutbound, parseAllowList } from "@assay/outbound";
import { z } from "zod";

export interface ReceivedDelivery {
  path: string;
  headers: IncomingHttpHeaders;
  id: string;
  text: string;
  body: z.infer<typeof Body>;
}

const Body = z.object({
  entity: z.string(),
  action: z.string(),
  timestamp: z.string(),
  workspace: z.string(),
  data: z.record(z.string(), z.unknown()),
});

type Answer = (delivery: ReceivedDelivery, response: ServerResponse) => void;

const accept: Answer = (_delivery, response) => response.writeHead(204).end();

/** Reaches receivers of tests, which listen on this machine. */
export const outboundToTests = createOutbound({ allow: parseAllowList("http://127.0.0.1") });

/** Somebody who is told of events: keeps what comes and answers as it is told to, 204 at first. */
export class WebhookReceiver {
  readonly received: ReceivedDelivery[] = [];
  answer: Answer = accept;
  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (request, response) => {
      const text = (await buffer(request)).toString();
      const id = String(request.headers["x-mlflow-delivery-id"]);
      const body = Body.parse(JSON.parse(text));
      const delivery = { path: request.url ?? "", headers: request.headers, id, text, body };
      this.received.push(delivery);
      this.answer(delivery, response);
    });
  }

  static async open(port = 0): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => receiver.server.listen(port, "127.0.0.1", resolve));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** What came under `entity.action`. */
  of(event: string): ReceivedDelivery[] {
    return this.received.filter(({ body }) => `${body.entity}.${body.action}` === event);
  }

  acceptAll(): void {
    this.answer = accept;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** The signature that a delivery should carry, by MLflow's documentation. */
export function signatureOf({ id, headers, text }: ReceivedDelivery, secret: string): string {
  const signed = `${id}.${headers["x-mlflow-timestamp"]}.${text}`;
  return `v1,${createHmac("sha256", secret).update(signed).digest("base64")}`;
}
