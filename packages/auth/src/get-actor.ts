import { type Actor, DomainError } from "@assay/contract";
import { authenticateToken, findSessionActor, type ServiceContext } from "@assay/services";
import { getToken } from "next-auth/jwt";

export interface ActorDeps {
  secret: string;
  isSecure: boolean;
  /** A context for a request nobody has signed in for yet. */
  anonymous: () => ServiceContext;
}

/**
 * Who a request is from. An Authorization header (Bearer token, or Basic with the token as password) counts alone:
 * cookies beside it are ignored. One that does not fit is UNAUTHENTICATED; neither header nor session is anonymous.
 */
export async function getActor(headers: Headers, deps: ActorDeps, ctx = deps.anonymous()): Promise<Actor> {
  const authorization = headers.get("authorization");
  return authorization === null ? fromCookie(headers, deps, ctx) : fromAuthorization(authorization, ctx);
}

async function fromAuthorization(authorization: string, ctx: ServiceContext): Promise<Actor> {
  const secret = readSecret(authorization);
  const actor = secret === null ? null : await authenticateToken({ ctx, input: { secret } });
  if (actor !== null) return actor;
  throw new DomainError("UNAUTHENTICATED", "This API token is unknown, revoked or expired", {
    field: "authorization",
    remedy: "make a new token in the workspace's settings",
  });
}

function readSecret(authorization: string): string | null {
  const [scheme = "", value = ""] = authorization.split(" ", 2);
  if (/^bearer$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return null;
  const pair = Buffer.from(value, "base64").toString();
  return pair.slice(pair.indexOf(":") + 1);
}

async function fromCookie(headers: Headers, { secret, isSecure }: ActorDeps, ctx: ServiceContext): Promise<Actor> {
  const cookie = headers.get("cookie");
  if (cookie === null) return { kind: "anonymous" };
  const token = await getToken({ req: asNextRequest(cookie), secret, secureCookie: isSecure });
  const sessionId = token?.sid;
  if (typeof sessionId !== "string") return { kind: "anonymous" };
  return (await findSessionActor({ ctx, input: { sessionId } })) ?? { kind: "anonymous" };
}

/** getToken reads headers and cookies only; its type asks for a whole Next request. */
function asNextRequest(cookie: string): Parameters<typeof getToken>[0]["req"] {
  const request: Pick<Parameters<typeof getToken>[0]["req"], "headers" | "cookies"> = {
    headers: { cookie },
    cookies: parseCookies(cookie),
  };
  return request as Parameters<typeof getToken>[0]["req"];
}

function parseCookies(header: string): Record<string, string> {
  const pairs = header.split(";").map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at).trim(), decode(part.slice(at + 1).trim())] as const;
  });
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
