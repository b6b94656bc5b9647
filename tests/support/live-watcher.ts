import { LiveEvent } from "@assay/contract";
import { z } from "zod";
import { waitFor } from "./wait-for.ts";

const Message = z.object({ json: LiveEvent });

export interface LiveWatcher {
  /** What arrived so far, oldest first. */
  events: LiveEvent[];
  leave(): Promise<void>;
}

const input = encodeURIComponent(JSON.stringify({ json: { workspace: "team", project: "main" } }));

/** Where a project's events are streamed from. */
export const LIVE_PATH = `/api/trpc/live.project?input=${input}`;

/** The events in a stream's text. */
function readEvents(text: string): LiveEvent[] {
  return text.split("\n").flatMap((line) => {
    const found = line.startsWith("data: {") ? Message.safeParse(JSON.parse(line.slice(6))) : null;
    return found?.success === true ? [found.data.json] : [];
  });
}

/** Watches the first project of a server as a browser does. */
export async function watchLive(url: string, token: string): Promise<LiveWatcher> {
  const stop = new AbortController();
  const stream = await fetch(url + LIVE_PATH, {
    headers: { accept: "text/event-stream", authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  const events: LiveEvent[] = [];
  let isConnected = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of stream.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      isConnected ||= rest.includes("connected");
      const end = rest.lastIndexOf("\n\n");
      if (end < 0) continue;
      events.push(...readEvents(rest.slice(0, end)));
      rest = rest.slice(end);
    }
  })().catch(() => undefined);
  await waitFor(() => isConnected);
  return {
    events,
    async leave() {
      stop.abort();
      await reading;
    },
  };
}
