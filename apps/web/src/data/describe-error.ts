import { errorCode, errorRemedy } from "./error-code.ts";

export interface ErrorWords {
  message: string;
  remedy: string | undefined;
}

/** A failed call in words a person can act on. */
export function describeError(error: unknown): ErrorWords {
  const code = errorCode(error);
  if (code === undefined) {
    return {
      message: "The server did not answer.",
      remedy: "Check that it is running and that this machine can reach it, then try again.",
    };
  }
  const message = error instanceof Error && error.message !== "" ? error.message : "The request failed.";
  const fallback = code === "UNAUTHORIZED" ? "Sign in again, then repeat what you did." : undefined;
  return { message: message.charAt(0).toUpperCase() + message.slice(1), remedy: errorRemedy(error) ?? fallback };
}
