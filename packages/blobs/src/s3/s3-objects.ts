import type { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3";
import type { ByteRange } from "../blob-store.ts";
import { isMissing } from "./s3-error.ts";
import type { S3Parts } from "./s3-parts.ts";
import type { S3Place } from "./s3-place.ts";

export interface FoundObject {
  sizeBytes: number;
  /** In whole seconds. Of an object made of parts: when its first part was begun. */
  modifiedAt: Date;
}

export interface ListedObject extends FoundObject {
  key: string;
}

/** What one request copies at most. */
const COPIED_AT_ONCE_BYTES = 5 * 1024 ** 3;

/** The objects of a bucket, as far as a blob store needs them. */
export class S3Objects {
  private readonly place: S3Place;
  private readonly parts: S3Parts;
  private readonly copiedAtOnceBytes: number;

  constructor(place: S3Place, parts: S3Parts, copiedAtOnceBytes = COPIED_AT_ONCE_BYTES) {
    this.place = place;
    this.parts = parts;
    this.copiedAtOnceBytes = copiedAtOnceBytes;
  }

  async put(key: string, body: Uint8Array): Promise<void> {
    const { place } = this;
    await place.ask(place.client.send(new PutObjectCommand({ ...place.at(key), Body: body })));
  }

  /** The object's bytes; null when it is not there. */
  async get(key: string, range?: ByteRange): Promise<Readable | null> {
    const { place } = this;
    const Range = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` };
    try {
      const { Body } = await place.ask(place.client.send(new GetObjectCommand({ ...place.at(key), ...Range })));
      return toNodeStream(Body);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async head(key: string): Promise<FoundObject | null> {
    const { place } = this;
    try {
      const found = await place.ask(place.client.send(new HeadObjectCommand(place.at(key))));
      return { sizeBytes: found.ContentLength ?? 0, modifiedAt: found.LastModified ?? new Date(0) };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async copy(from: string, to: string, sizeBytes: number): Promise<void> {
    if (sizeBytes > this.copiedAtOnceBytes) return this.parts.copy(from, to, sizeBytes);
    const { place } = this;
    const CopySource = place.sourceOf(from);
    await place.ask(place.client.send(new CopyObjectCommand({ ...place.at(to), CopySource })));
  }

  /** Takes an object away, whether or not it is there. Past `withinMs` the request is given up. */
  async delete(key: string, { withinMs }: { withinMs?: number } = {}): Promise<void> {
    const { place } = this;
    const options = withinMs === undefined ? {} : { abortSignal: AbortSignal.timeout(withinMs) };
    await place.ask(place.client.send(new DeleteObjectCommand(place.at(key)), options));
  }

  async *list(folder: string): AsyncGenerator<ListedObject> {
    const { place } = this;
    const pages = paginateListObjectsV2({ client: place.client }, place.under(folder))[Symbol.asyncIterator]();
    for (;;) {
      const page = await place.ask(pages.next());
      if (page.done === true) return;
      for (const { Key, Size, LastModified } of page.value.Contents ?? []) {
        if (Key === undefined || LastModified === undefined) continue;
        yield { key: place.ownKey(Key), sizeBytes: Size ?? 0, modifiedAt: LastModified };
      }
    }
  }
}

/** In Node the SDK answers with what came off the socket; its type names the browser's streams too. */
function toNodeStream(body: unknown): Readable {
  return body as Readable;
}
