import type { Context } from "hono";

/** The request target as it came over the wire, before a URL parser resolved `..` in it; the parsed one elsewhere. */
export function rawTarget(c: Context): string {
  const env: unknown = c.env;
  const incoming = typeof env === "object" && env !== null && "incoming" in env ? env.incoming : null;
  const url = typeof incoming === "object" && incoming !== null && "url" in incoming ? incoming.url : null;
  if (typeof url === "string" && url.startsWith("/")) return url;
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
