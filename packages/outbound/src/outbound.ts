/** HTTP requests that leave the house, to addresses that people of a project chose. */
export interface Outbound {
  /** Why a URL is not asked, in words for whoever gave it; null when it may be. A name nobody knows now may be. */
  refusalOf(url: string): Promise<string | null>;
  /** Sends a body once. Never fails: whatever happens is an answer. */
  post(request: OutboundPost): Promise<OutboundAnswer>;
}

export interface OutboundPost {
  url: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

/** Nothing of an answer's body is handed on: it may come from a place that the reader may not see. */
export type OutboundAnswer =
  | { kind: "answered"; status: number; retryAfter: string | null }
  /** Nobody answered; another time somebody may. */
  | { kind: "unreachable"; reason: string }
  /** Not asked at all. */
  | { kind: "refused"; reason: string };
