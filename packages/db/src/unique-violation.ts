/** True when a write failed because a row with that key exists already, whichever driver reports it. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return (
    error.code === "P2002" || error.code === "23505" || (error.code === "P2010" && error.message.includes("23505"))
  );
}
