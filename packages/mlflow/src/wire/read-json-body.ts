import { DomainError, invalidInput, LIMITS } from "@assay/contract";

/** How much of a refused body is read away, so that the client sees the answer and not a broken connection. */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;

/** Reads a JSON object of at most 10 MB; nothing is `{}`. Old clients send the JSON as a JSON text: decoded twice. */
export async function readJsonBody(request: Request): Promise<object> {
  const text = await readText(request);
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

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > MAX_DRAINED_BYTES) break;
    if (sizeBytes <= LIMITS.requestBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (sizeBytes > LIMITS.requestBytes) {
    throw new DomainError("PAYLOAD_TOO_LARGE", `The request body is larger than ${LIMITS.requestBytes} bytes`, {
      remedy: "send several requests",
    });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw invalidInput("The body is not UTF-8", "body");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput("The body is not valid JSON", "body");
  }
}
