import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import type { OutboundPost } from "./outbound.ts";
import type { Target } from "./read-target.ts";

export interface ResolvedAddress {
  address: string;
  family: number;
}

export interface PinnedPost extends OutboundPost {
  target: Target;
  /** The only addresses that are connected to, whatever the name means by now. */
  addresses: readonly ResolvedAddress[];
  /** Trusted besides those the system trusts. */
  ca: string | undefined;
}

/** More of an answer is not waited for: its status is all that is wanted. */
const MOST_BODY_BYTES = 64 * 1024;
const LONGEST_BODY_MS = 2_000;

/** Sends one request on a connection of its own. Redirects are answers like others, proxies are not asked. */
export function sendPost({ target, addresses, headers, body, ca, signal }: PinnedPost): Promise<IncomingMessage> {
  const { url, protocol, host, port } = target;
  const options = {
    method: "POST",
    host,
    port,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, host: url.host, "content-length": String(Buffer.byteLength(body)) },
    lookup: pinnedTo(addresses),
    signal,
  };
  return new Promise((resolve, reject) => {
    const onResponse = (response: IncomingMessage): void => {
      drain(response).then(() => resolve(response), reject);
    };
    const trusted = ca === undefined ? {} : { ca };
    const request =
      protocol === "https:"
        ? httpsRequest(
            { ...options, ...trusted, agent: new HttpsAgent({ keepAlive: false }), rejectUnauthorized: true },
            onResponse,
          )
        : httpRequest({ ...options, agent: new HttpAgent({ keepAlive: false }) }, onResponse);
    request.once("error", reject);
    request.once("upgrade", (_response, socket) => socket.destroy(new Error("upgraded")));
    request.end(body);
  });
}

/** Answers every question for the host with the addresses that were looked at. */
function pinnedTo(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses;
    if (all === true) callback(null, [...addresses]);
    else if (first === undefined) callback(new Error("no address"), "", 4);
    else callback(null, first.address, first.family);
  };
}

/** Reads an answer away; of a long or slow one the rest is not waited for. */
function drain(response: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let size = 0;
    const cut = setTimeout(() => response.destroy(), LONGEST_BODY_MS);
    response.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BODY_BYTES) response.destroy();
    });
    response.on("error", () => undefined);
    response.once("close", () => {
      clearTimeout(cut);
      resolve();
    });
  });
}
