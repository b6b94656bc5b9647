/** The first characters of a digest or commit: enough to tell two apart. */
export function shortId(id: string, length = 10): string {
  return id.length > length ? id.slice(0, length) : id;
}
