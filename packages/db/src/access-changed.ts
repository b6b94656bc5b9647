/** Nothing was written, because somebody's access has changed since a request was let in: it must be let in anew. */
export class AccessChangedError extends Error {
  override readonly name = "AccessChangedError";
}
