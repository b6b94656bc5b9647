import { TextDecoder } from "node:util";
import { DomainError, invalidInput, LIMITS } from "@assay/contract";
import type { z } from "zod";

/** Reads a JSON body of at most `maxBytes`, refusing early, and checks it against a schema. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number = LIMITS.requestBytes,
): Promise<z.output<Schema>> {
  const text = await readText(request, maxBytes);
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidInput(issue?.message ?? "The body is wrong", issue?.path.join(".") || "body");
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = (): DomainError =>
    new DomainError("PAYLOAD_TOO_LARGE", `The body is larger than ${maxBytes} bytes`, {
      remedy: "send several requests",
    });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let sizeBytes = 0;
  let text = "";
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) throw tooLarge();
    text += decode(decoder, chunk);
  }
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw invalidInput("The body is not UTF-8", "body");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput("The body is not JSON", "body", "send a JSON object");
  }
}
