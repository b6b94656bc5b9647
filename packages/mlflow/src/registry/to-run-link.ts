import { invalidInput, LIMITS } from "@assay/contract";

/** A link that people will follow: to a web page and to nothing that would run in theirs. */
export function toRunLink(text = ""): string {
  if (text === "") return "";
  const protocol = URL.canParse(text) ? new URL(text).protocol : "";
  if ((protocol !== "http:" && protocol !== "https:") || text.length > LIMITS.noteLength) {
    throw invalidInput("Invalid run_link: it must be an http or https address", "run_link");
  }
  return text;
}
