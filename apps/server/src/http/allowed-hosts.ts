/** The host names a server answers to: its public URL's, and loopback at its own port. */
export function allowedHosts(publicUrl: string, port: number): ReadonlySet<string> {
  const loopback = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port}`);
  return new Set([new URL(publicUrl).host, ...loopback]);
}
