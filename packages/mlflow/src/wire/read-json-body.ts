import { invalidInput } from "@assay/contract";

/** A body as the JSON object it must be; nothing is `{}`. Old clients send the JSON as a JSON text: decoded twice. */
export function readJsonBody(text: string, request: Pick<Request, "method" | "headers">): object {
  if (text.trim() === "") return {};
  if (request.method === "POST" && !/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw invalidInput("Bad Request. Content-Type should be application/json.", "content-type");
  }
  const once = parse(text);
  const body = typeof once === "string" ? parse(once) : once;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw invalidInput("The body must be a JSON object", "body");
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput("The body is not valid JSON", "body");
  }
}
