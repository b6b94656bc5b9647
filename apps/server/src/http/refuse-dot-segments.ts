import { invalidInput } from "@assay/contract";
import type { Context } from "hono";

const DOT_SEGMENT = /(^|\/)(\.|%2e){1,2}(\/|$)/i;

/**
 * Refuses a request whose path came over the wire with `.` or `..` parts: the URL parser has resolved them by now,
 * silently, to some other file than was named.
 */
export function refuseDotSegments(c: Context): void {
  const { url = c.req.path } = Object(Object(c.env).incoming);
  const [path = ""] = String(url).split("?", 1);
  if (DOT_SEGMENT.test(path)) {
    throw invalidInput("Invalid path", "path", "use a relative path such as plots/loss.png, without . or .. parts");
  }
}
