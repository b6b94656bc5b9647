import type { createCaller } from "@assay/api";
import type { Session, SetupStatus } from "@assay/contract";
import type { NextAuthOptions } from "next-auth";

/** What the server process hands to the pages that it serves. */
export interface WebBridge {
  authOptions(): NextAuthOptions;
  session(headers: Headers): Promise<Session | null>;
  setup(): Promise<SetupStatus>;
  /** The API as whoever sent these headers. */
  api(headers: Headers): Promise<ReturnType<typeof createCaller>>;
}

const BRIDGE = Symbol.for("assay.web");

function isBridge(value: unknown): value is WebBridge {
  return (
    typeof value === "object" &&
    value !== null &&
    ["authOptions", "session", "setup", "api"].every((method) => method in value)
  );
}

/** The bridge, which the server puts on the global object before it takes requests. */
export function webBridge(): WebBridge {
  const value: unknown = Reflect.get(globalThis, BRIDGE);
  if (!isBridge(value)) throw new Error("these pages are served by the Assay server: start it with `npm start`");
  return value;
}
