import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ActorDeps } from "@assay/auth";
import type { S3Settings } from "@assay/blobs";
import type { Outbound } from "@assay/outbound";
import { type Logger, openHouse as openFirstHouse } from "@assay/services";
import { getRequestListener } from "@hono/node-server";
import { createApiApp } from "./api-app.ts";
import { readAuthSecret } from "./compose/auth-secret.ts";
import { type House, type HouseOptions, openHouse } from "./compose/house.ts";
import { openLiveHub } from "./compose/live-hub.ts";
import { keepTrackingToken, readTrackingToken } from "./compose/tracking-token-file.ts";
import { dispatch } from "./dispatch.ts";
import { allowedHosts } from "./http/allowed-hosts.ts";
import { createHttpServer } from "./http/create-http-server.ts";
import { mountWeb } from "./web-mount.ts";

export interface ServerOptions {
  databaseUrl: string;
  dataDir: string;
  /** Keeps files in this bucket instead of the data directory. */
  s3?: S3Settings | undefined;
  host: string;
  /** 0 chooses a free one. */
  port: number;
  /** How browsers reach the server; its own address when left out. */
  publicUrl?: string | undefined;
  /** Signs session cookies; made and kept in the data directory when left out. */
  authSecret?: string | undefined;
  /** Serves the API doors only, without the web app. */
  isApiOnly: boolean;
  /** Of each API token; 0 is no limit. None when left out. */
  rateLimits?: HouseOptions["rateLimits"] | undefined;
  /** Appends are refused while more bytes wait to be compacted; 4 GiB when left out. */
  hotLimitBytes?: number | undefined;
  /** What Prometheus has to send as Bearer; without it there is no /metrics. */
  metricsToken?: string | undefined;
  /** How webhooks are reached; https to public addresses when left out. */
  outbound?: Outbound | undefined;
  log: Logger;
}

export interface RunningServer {
  url: string;
  /** The one-time set-up page while no user exists. */
  signInLink: string | null;
  tracking: { uri: string; token: string } | null;
  house: House;
  close(): Promise<void>;
}

const NO_LIMITS = { requestsPerSecond: 0, pointsPerSecond: 0 };

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { "retry-after": "1" }).end("starting");
};

/** Starts the one process with a port. Resolves when it answers requests. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, dataDir, log } = options;
  const server = createHttpServer().on("request", starting);
  await listen(server, host, options.port);
  try {
    const { port } = addressOf(server);
    const url = options.publicUrl ?? `http://${host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;
    const house = await openHouse({ ...options, rateLimits: options.rateLimits ?? NO_LIMITS });
    const live = await openLiveHub(house.db, (error) => log.error({ err: error }, "live connection lost"));
    const secret = options.authSecret ?? (await readAuthSecret(dataDir));
    const actors: ActorDeps = {
      secret,
      isSecure: url.startsWith("https:"),
      anonymous: () => house.requestContext(),
    };
    const hosts = allowedHosts(url, port);
    const api = createApiApp({ house, live, actors, publicUrl: url, hosts, metricsToken: options.metricsToken, log });
    const web = options.isApiOnly ? null : await mountWeb(actors, url);
    const listener = getRequestListener(api.fetch, { overrideGlobalObjects: false });
    server.off("request", starting);
    server.on(
      "request",
      dispatch(listener, web, (error) => log.error({ err: error }, "page failed")),
    );
    const first = await openFirst(house, dataDir);
    const close = async (): Promise<void> => {
      await live.close();
      await closeServer(server);
      await house.close();
    };
    return {
      url,
      house,
      close,
      signInLink: first.setupToken === null ? null : `${url}/setup?token=${first.setupToken}`,
      tracking: first.trackingToken === null ? null : { uri: url, token: first.trackingToken },
    };
  } catch (error) {
    server.close();
    throw error;
  }
}

async function openFirst(house: House, dataDir: string) {
  const ctx = house.contextFor({ kind: "system", name: "first start" });
  const first = await openFirstHouse({ ctx, input: { keptToken: await readTrackingToken(dataDir) } });
  if (first.trackingToken !== null) await keepTrackingToken(dataDir, first.trackingToken);
  return first;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no TCP address");
  return address;
}

/** Lets requests under way finish for a moment, then cuts them. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 3_000);
  await closed;
  clearTimeout(cut);
}
