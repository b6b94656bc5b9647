import { createServer } from "node:http";
import { isScraper, type Monitor } from "@assay/prometheus";
import type { Logger } from "@assay/services";

export interface MonitoringOptions {
  host: string;
  port: number;
  /** What Prometheus has to send as Bearer. */
  token: string;
}

/** Serves the worker's own figures at /metrics; all else is nothing. */
export async function openMonitoring(
  monitor: Monitor,
  { host, port, token }: MonitoringOptions,
  log: Logger,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics" || !isScraper(request.headers.authorization, token)) {
      response.writeHead(404).end();
      return;
    }
    monitor.page().then(
      (page) => response.writeHead(200, { "content-type": monitor.contentType }).end(page),
      (error: unknown) => {
        log.error({ err: error }, "figures for Prometheus failed");
        response.writeHead(503).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
