import { sendRaw } from "../../support/raw-http.ts";
import type { Case } from "./case.ts";

/** One of the two servers: where it is, what it wants in every request, and what its answers were asked to keep. */
export interface Peer {
  name: "mlflow" | "assay";
  url: string;
  headers: Record<string, string>;
  kept: Map<string, string>;
}

export interface Answer {
  status: number;
  contentType: string;
  text: string;
  /** The text as JSON; undefined when it is none. */
  json: unknown;
}

/** Sends a case to a server and keeps what it asks for. */
export async function send(peer: Peer, one: Case): Promise<Answer> {
  const fill = (text: string): string => fillIn(text, peer, one.name);
  const headers = { "content-type": "application/json", ...one.headers, ...peer.headers };
  const body = one.raw ?? (one.body === undefined ? null : JSON.stringify(one.body));
  const { status, contentType, text } = await sendRaw(peer.url, {
    method: one.method,
    path: fill(one.path) + queryText(one, fill),
    headers,
    ...(body === null ? {} : { body: fill(body) }),
  });
  const answer: Answer = { status, contentType, text, json: asJson(text) };
  for (const [name, place] of Object.entries(one.keep ?? {})) keep(peer, name, valueAt(answer.json, place));
  return answer;
}

function queryText({ query = {} }: Case, fill: (text: string) => string): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [String(value)]) search.append(name, fill(one));
  }
  return search.size === 0 ? "" : `?${search}`;
}

/** An artifact root is kept as the path below the proxy, too. */
function keep(peer: Peer, name: string, value: unknown): void {
  // What was not answered is a difference of its own; what builds on it names nothing.
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "not-answered";
  peer.kept.set(name, text);
  peer.kept.set(`${name} path`, text.replace(/^mlflow-artifacts:\//, ""));
}

function fillIn(text: string, { kept }: Peer, caseName: string): string {
  return text.replace(/«([^»]+)»/g, (_all, name: string) => {
    const value = kept.get(name);
    if (value === undefined) throw new Error(`${caseName}: no earlier case keeps «${name}»`);
    return value;
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function valueAt(json: unknown, place: string): unknown {
  return place
    .split(".")
    .reduce<unknown>((at, part) => (typeof at === "object" && at !== null ? Reflect.get(at, part) : undefined), json);
}
