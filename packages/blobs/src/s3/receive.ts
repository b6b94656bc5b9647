import { randomUUID } from "node:crypto";
import { DomainError } from "@assay/contract";
import type { PutOptions, StoredBlob } from "../blob-store.ts";
import { ContentDigest } from "../content-digest.ts";
import type { UploadedPart } from "../direct-transfer.ts";
import { inParts } from "./in-parts.ts";
import type { Removals } from "./removals.ts";
import { blobKey, incomingKey } from "./s3-keys.ts";
import type { S3Objects } from "./s3-objects.ts";
import type { S3Parts } from "./s3-parts.ts";

export interface ReceiveMeans {
  objects: S3Objects;
  parts: S3Parts;
  removals: Removals;
  /** Of one part; two are in memory for each file on its way. All parts are equal, for not every store takes others. */
  partBytes: number;
}

/** How many parts a bucket makes one object of. */
const MOST_PARTS = 10_000;

/** Streams bytes into a bucket. What fits into one part goes to its place at once, the rest by way of `incoming/`. */
export async function receive(
  means: ReceiveMeans,
  content: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredBlob> {
  const digest = new ContentDigest(options);
  const parts = inParts(digested(content, digest), means.partBytes);
  try {
    const first = (await parts.next()).value ?? new Uint8Array();
    if (first.byteLength === means.partBytes) return await receiveParts(means, { first, rest: parts, digest });
    const stored = digest.finish();
    await means.removals.publish(stored.sha256, () => means.objects.put(blobKey(stored.sha256), first));
    return stored;
  } finally {
    // Tells whoever sends that nobody reads on.
    await parts.return(undefined);
  }
}

interface PartStream {
  first: Uint8Array;
  rest: AsyncIterator<Uint8Array>;
  digest: ContentDigest;
}

async function receiveParts(means: ReceiveMeans, stream: PartStream): Promise<StoredBlob> {
  const { objects, parts, removals } = means;
  const incoming = incomingKey(randomUUID());
  const uploadId = await parts.begin(incoming);
  try {
    const sent = await sendParts(means, stream, (number, body) => parts.put(incoming, uploadId, number, body));
    // What is refused never becomes an object.
    const stored = stream.digest.finish();
    await parts.complete(incoming, uploadId, sent);
    await removals.publish(stored.sha256, () => objects.copy(incoming, blobKey(stored.sha256), stored.sizeBytes));
    await objects.delete(incoming).catch(() => undefined);
    return stored;
  } catch (error) {
    // What does not succeed here is swept later.
    await Promise.allSettled([parts.abort(incoming, uploadId), objects.delete(incoming)]);
    throw error;
  }
}

/** Sends each part while the next one comes in; ends or fails with none on its way. */
async function sendParts(
  { partBytes }: ReceiveMeans,
  { first, rest }: PartStream,
  send: (number: number, body: Uint8Array) => Promise<UploadedPart>,
): Promise<UploadedPart[]> {
  const sent: UploadedPart[] = [];
  for (let body: Uint8Array | undefined = first; body !== undefined; ) {
    if (sent.length === MOST_PARTS) {
      const most = `${MOST_PARTS * partBytes} bytes that the bucket takes through the server`;
      throw new DomainError("PAYLOAD_TOO_LARGE", `The file is larger than the ${most}`);
    }
    const [part, next]: [PromiseSettledResult<UploadedPart>, PromiseSettledResult<IteratorResult<Uint8Array>>] =
      await Promise.allSettled([send(sent.length + 1, body), rest.next()]);
    if (next.status === "rejected") throw next.reason;
    if (part.status === "rejected") throw part.reason;
    sent.push(part.value);
    body = next.value.done === true ? undefined : next.value.value;
  }
  return sent;
}

async function* digested(content: AsyncIterable<Uint8Array>, digest: ContentDigest): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    digest.add(chunk);
    yield chunk;
  }
}
