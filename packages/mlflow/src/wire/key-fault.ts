const CHARACTERS = /^[/\p{L}\p{N}_.\- :]*$/u;

/** What the protocol's rules have against a key of a metric, param or tag; null for nothing. Clients show it to people. */
export function keyFault(key: string): string | null {
  if (!CHARACTERS.test(key)) {
    return "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colons (:) and slashes (/)";
  }
  const isPath = !key.startsWith("..") && !key.split("/").some((part) => part === "" || part === "." || part === "..");
  return isPath ? null : "Names may become paths of files, and must not resolve to other names there";
}
