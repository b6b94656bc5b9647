import { isScraper, type Monitor } from "@assay/prometheus";
import { Hono } from "hono";

/** Open to whoever has the token of ASSAY_METRICS_TOKEN, which is nobody's and has no role. */
export const MONITORING_ROUTES = [{ method: "GET", path: "/metrics" }] as const;

interface MonitoringDeps {
  monitor: Monitor;
  /** Without one there is nothing at the path. */
  token: string | undefined;
}

/** Figures for Prometheus. A wrong token is answered as if there were nothing. */
export function monitoringRoutes({ monitor, token }: MonitoringDeps): Hono {
  const app = new Hono();
  app.get(MONITORING_ROUTES[0].path, async (c) => {
    if (!isScraper(c.req.header("authorization"), token)) return c.notFound();
    return c.text(await monitor.page(), 200, { "content-type": monitor.contentType, "cache-control": "no-store" });
  });
  return app;
}
