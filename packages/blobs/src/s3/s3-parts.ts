import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";
import type { UploadedPart } from "../direct-transfer.ts";
import { isMissing } from "./s3-error.ts";
import type { S3Place } from "./s3-place.ts";

export interface ListedUpload {
  key: string;
  uploadId: string;
  startedAt: Date;
}

const COPIED_PART_BYTES = 1024 ** 3;
const COPIES_AT_ONCE = 4;

/** Objects that come in parts. */
export class S3Parts {
  private readonly place: S3Place;
  private readonly copiedPartBytes: number;

  constructor(place: S3Place, copiedPartBytes = COPIED_PART_BYTES) {
    this.place = place;
    this.copiedPartBytes = copiedPartBytes;
  }

  async begin(key: string): Promise<string> {
    const { place } = this;
    const { UploadId } = await place.ask(place.client.send(new CreateMultipartUploadCommand(place.at(key))));
    if (UploadId === undefined) throw new Error("the bucket began an upload without a name");
    return UploadId;
  }

  async put(key: string, uploadId: string, number: number, body: Uint8Array): Promise<UploadedPart> {
    const { place } = this;
    const input = { ...place.at(key), UploadId: uploadId, PartNumber: number, Body: body };
    const { ETag = "" } = await place.ask(place.client.send(new UploadPartCommand(input)));
    return { number, etag: ETag };
  }

  async complete(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<void> {
    const { place } = this;
    const Parts = parts.map(({ number, etag }) => ({ PartNumber: number, ETag: etag }));
    const input = { ...place.at(key), UploadId: uploadId, MultipartUpload: { Parts } };
    await place.ask(place.client.send(new CompleteMultipartUploadCommand(input)));
  }

  /** Takes an upload away with its parts, whether or not it is there. */
  async abort(key: string, uploadId: string): Promise<void> {
    const { place } = this;
    const command = new AbortMultipartUploadCommand({ ...place.at(key), UploadId: uploadId });
    await place.ask(place.client.send(command)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  /** Copies an object that is too large for one request. */
  async copy(from: string, to: string, sizeBytes: number): Promise<void> {
    const uploadId = await this.begin(to);
    try {
      const ranges = rangesOf(sizeBytes, this.copiedPartBytes);
      const parts: UploadedPart[] = [];
      while (parts.length < ranges.length) {
        const next = ranges.slice(parts.length, parts.length + COPIES_AT_ONCE);
        const copies = next.map((range, at) =>
          this.copyPart(from, to, uploadId, { range, number: parts.length + at + 1 }),
        );
        parts.push(...(await settled(copies)));
      }
      await this.complete(to, uploadId, parts);
    } catch (error) {
      await this.abort(to, uploadId).catch(() => undefined);
      throw error;
    }
  }

  /** Uploads that are neither complete nor aborted. */
  async *list(folder: string): AsyncGenerator<ListedUpload> {
    const { place } = this;
    let marker: { KeyMarker?: string; UploadIdMarker?: string } | null = {};
    while (marker !== null) {
      const command = new ListMultipartUploadsCommand({ ...place.under(folder), ...marker });
      const page: ListMultipartUploadsCommandOutput = await place.ask(place.client.send(command));
      for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
        if (Key === undefined || UploadId === undefined || Initiated === undefined) continue;
        yield { key: place.ownKey(Key), uploadId: UploadId, startedAt: Initiated };
      }
      marker = nextMarker(page);
    }
  }

  private async copyPart(
    from: string,
    to: string,
    uploadId: string,
    { range, number }: { range: string; number: number },
  ): Promise<UploadedPart> {
    const { place } = this;
    const source = { CopySource: place.sourceOf(from), CopySourceRange: range };
    const input = { ...place.at(to), UploadId: uploadId, PartNumber: number, ...source };
    const { CopyPartResult } = await place.ask(place.client.send(new UploadPartCopyCommand(input)));
    return { number, etag: CopyPartResult?.ETag ?? "" };
  }
}

function rangesOf(sizeBytes: number, partBytes: number): string[] {
  return Array.from({ length: Math.ceil(sizeBytes / partBytes) }, (_, at) => {
    const start = at * partBytes;
    return `bytes=${start}-${Math.min(start + partBytes, sizeBytes) - 1}`;
  });
}

/** Waits for all, so that none is still at work when the first failure is thrown. */
async function settled<T>(all: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(all);
  return Promise.all(all);
}

function nextMarker(page: ListMultipartUploadsCommandOutput): { KeyMarker?: string; UploadIdMarker?: string } | null {
  const { IsTruncated = false, NextKeyMarker, NextUploadIdMarker } = page;
  if (!IsTruncated || NextKeyMarker === undefined) return null;
  return {
    KeyMarker: NextKeyMarker,
    ...(NextUploadIdMarker === undefined ? {} : { UploadIdMarker: NextUploadIdMarker }),
  };
}
