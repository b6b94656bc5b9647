import { invalidInput } from "@assay/contract";
import type { MlflowRoute } from "./mlflow-route.ts";

export interface RouteMatch {
  route: MlflowRoute;
  params: Record<string, string>;
}

/** Makes a matcher of a route table. Path parameters are decoded exactly once. */
export function createMatcher(routes: readonly MlflowRoute[]): (method: string, path: string) => RouteMatch | null {
  const fixed = new Map(
    routes.filter((route) => !route.path.includes("{")).map((route) => [`${route.method} ${route.path}`, route]),
  );
  const open = routes
    .filter((route) => route.path.includes("{"))
    .map((route) => ({ route, parts: route.path.split("/") }));
  return (method, path) => {
    const exact = fixed.get(`${method} ${path}`);
    if (exact !== undefined) return { route: exact, params: {} };
    const given = path.split("/");
    for (const { route, parts } of open) {
      const params = route.method === method ? matchParts(parts, given) : null;
      if (params !== null) return { route, params };
    }
    return null;
  };
}

function matchParts(parts: readonly string[], given: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const rest = /^\{\.\.\.(\w+)\}$/.exec(part)?.[1];
    if (rest !== undefined) return given.length > at ? { ...params, [rest]: decode(given.slice(at).join("/")) } : null;
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const text = given[at];
    if (text === undefined || (name === undefined ? text !== part : text === "")) return null;
    if (name !== undefined) params[name] = decode(text);
  }
  return given.length === parts.length ? params : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidInput("Invalid path", "path", "percent-encode the path as UTF-8");
  }
}
