import type { Session } from "@assay/contract";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { webBridge } from "./bridge.ts";

/** The visitor's session; sends them to set-up or sign-in when there is none. */
export async function requireSession(): Promise<Session> {
  const sent = new Headers(await headers());
  const bridge = webBridge();
  const session = await bridge.session(sent);
  if (session !== null) return session;
  const { isComplete } = await bridge.setup();
  redirect(isComplete ? "/sign-in" : "/setup");
}
