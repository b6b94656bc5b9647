export interface Target {
  url: URL;
  protocol: "http:" | "https:";
  /** A name, or an address without brackets. */
  host: string;
  port: number;
}

/** Where a URL leads, or why no request ever goes there. */
export type TargetReading = { kind: "target"; target: Target } | { kind: "refused"; reason: string };

const refused = (reason: string): TargetReading => ({ kind: "refused", reason });

/**
 * Reads a URL by the rules of browsers, which also read the other spellings of an address: decimal, octal, hexadecimal
 * and short ones come out as four numbers. The request is made to what was read here and to nothing else.
 */
export function readTarget(text: string, isHttpEverAllowed: boolean): TargetReading {
  if (text.trim() === "") return refused("Webhook URL cannot be empty or just whitespace");
  // Other readers take these in other ways.
  if (/[\s\\\p{Cc}]/u.test(text))
    return refused("Invalid webhook URL: it holds spaces, control characters or backslashes");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase() ?? "";
  const protocol = `${scheme}:`;
  if (protocol !== "https:" && !(protocol === "http:" && isHttpEverAllowed)) {
    const schemes = isHttpEverAllowed ? "https, http" : "https";
    return refused(`Invalid webhook URL scheme: '${scheme}'. Allowed schemes are: ${schemes}.`);
  }
  if (/^[^/]*\/\/[^/?#]*@/.test(text)) return refused("Webhook URL must not include embedded credentials");
  // Browsers read a host out of what has none for others: `https:///host`, `https:host`.
  if (!/^[^/]*:\/\/[^/?#]/.test(text)) return refused("Webhook URL must include a hostname");
  if (!URL.canParse(text)) return refused("Invalid webhook URL: it is no URL");
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? (protocol === "https:" ? 443 : 80) : Number(url.port);
  return { kind: "target", target: { url, protocol, host, port } };
}
