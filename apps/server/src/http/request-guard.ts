import { DomainError } from "@assay/contract";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses requests that a foreign page could make a signed-in browser send: with a session cookie, a change must come
 * from our own origin, with our header, as JSON or as a plain upload. Requests with an Authorization header carry no
 * cookie authority and pass.
 */
export function guardRequest(request: Request, publicOrigin: string): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { headers } = request;
  if (headers.has("authorization") || !headers.has("cookie")) return;
  const site = headers.get("sec-fetch-site");
  const isOwnSite = site === null ? headers.get("origin") === publicOrigin : site === "same-origin" || site === "none";
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded|text\/plain)/i.test(
    headers.get("content-type") ?? "",
  );
  if (!isOwnSite || isForm || headers.get("x-assay-csrf") !== "1") {
    throw new DomainError("FORBIDDEN", "This request did not come from Assay's own pages", {
      remedy: "call the API with an API token instead of a session cookie",
    });
  }
}

/** Refuses hosts that are not ours, against pages that point their own name at this address. */
export function guardHost(request: Request, allowedHosts: ReadonlySet<string>): void {
  const host = request.headers.get("host");
  if (host !== null && allowedHosts.has(host.toLowerCase())) return;
  throw new DomainError("INVALID_INPUT", `This server does not answer to the host name ${host ?? "(none)"}`, {
    remedy: "open it at its public URL, or set ASSAY_PUBLIC_URL to the one you use",
  });
}
