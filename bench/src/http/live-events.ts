import type { LiveEvent, ProjectScope } from "@assay/contract";
import { createParser } from "eventsource-parser";

interface Watch {
  url: string;
  token: string;
  scope: ProjectScope;
  signal: AbortSignal;
}

/**
 * Watches a project's subscription over HTTP, as a browser does. Resolves when the stream stands; `ended` when it is
 * over.
 */
export async function watchProject(
  { url, token, scope, signal }: Watch,
  on: (event: LiveEvent) => void,
): Promise<{ ended: Promise<void> }> {
  const input = encodeURIComponent(JSON.stringify({ json: scope }));
  const response = await fetch(`${url}/api/trpc/live.project?input=${input}`, {
    headers: { accept: "text/event-stream", authorization: `Bearer ${token}` },
    signal,
  });
  if (!response.ok || response.body === null) throw new Error(`live.project answered ${response.status}`);
  return { ended: handOver(response.body, on) };
}

async function handOver(body: NonNullable<Response["body"]>, on: (event: LiveEvent) => void): Promise<void> {
  const parser = createParser({
    // Data comes as superjson; what has an event name is the stream's own.
    onEvent: ({ event, data }) => {
      if (event === undefined) on(JSON.parse(data).json);
    },
  });
  const decoder = new TextDecoder();
  for await (const bytes of body) parser.feed(decoder.decode(bytes, { stream: true }));
}
