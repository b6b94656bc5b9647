import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { invalidInput, notFound } from "@assay/contract";
import { GetObjectCommand, type S3Client, UploadPartCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { StoredBlob } from "../blob-store.ts";
import { ContentDigest } from "../content-digest.ts";
import type { DirectTransfer, DownloadAs, PartUpload, UploadedPart } from "../direct-transfer.ts";
import type { Removals } from "./removals.ts";
import { isMissing, isNamed } from "./s3-error.ts";
import { blobKey, incomingKey } from "./s3-keys.ts";
import type { S3Objects } from "./s3-objects.ts";
import type { S3Parts } from "./s3-parts.ts";
import type { S3Place } from "./s3-place.ts";

/** As long as an upload of many gigabytes may take; the addresses take parts of that one upload and nothing else. */
const PART_URL_SECONDS = 24 * 60 * 60;
/** Clients ask for a new address when one has grown old. */
const DOWNLOAD_URL_SECONDS = 15 * 60;
/** Signing takes a fraction of a millisecond each; others get their turn in between. */
const SIGNED_AT_ONCE = 50;

export interface DirectMeans {
  place: S3Place;
  /** Signs addresses as clients reach the bucket. */
  signer: S3Client;
  objects: S3Objects;
  parts: S3Parts;
  removals: Removals;
}

/** Lets clients send and fetch bytes by signed addresses at the bucket. */
export function createDirectTransfer({ place, signer, objects, parts, removals }: DirectMeans): DirectTransfer {
  return {
    async begin() {
      const incoming = randomUUID();
      return { incoming, storeUploadId: await parts.begin(incomingKey(incoming)) };
    },

    async partUrls({ incoming, storeUploadId }, count) {
      const urls: string[] = [];
      while (urls.length < count) {
        const command = new UploadPartCommand({
          ...place.at(incomingKey(incoming)),
          UploadId: storeUploadId,
          PartNumber: urls.length + 1,
        });
        urls.push(await getSignedUrl(signer, command, { expiresIn: PART_URL_SECONDS }));
        if (urls.length % SIGNED_AT_ONCE === 0) await setImmediate();
      }
      return urls;
    },

    async complete(upload, sent) {
      const key = incomingKey(upload.incoming);
      await putTogether(parts, objects, upload, sent);
      const stored = await place.ask(readOnce(objects, key));
      await removals.publish(stored.sha256, () => objects.copy(key, blobKey(stored.sha256), stored.sizeBytes));
      return stored;
    },

    async discard({ incoming, storeUploadId }) {
      await parts.abort(incomingKey(incoming), storeUploadId);
      await objects.delete(incomingKey(incoming));
    },

    downloadUrl(sha256, as) {
      const command = new GetObjectCommand({ ...place.at(blobKey(sha256)), ...asDownload(as) });
      return getSignedUrl(signer, command, { expiresIn: DOWNLOAD_URL_SECONDS });
    },
  };
}

/** Makes the parts one object. One that is there already was put together by a call that was cut short afterwards. */
async function putTogether(
  parts: S3Parts,
  objects: S3Objects,
  { incoming, storeUploadId }: PartUpload,
  sent: readonly UploadedPart[],
): Promise<void> {
  const key = incomingKey(incoming);
  try {
    await parts.complete(key, storeUploadId, sent);
  } catch (error) {
    if (isNamed(error, "EntityTooSmall")) {
      throw invalidInput("Every part of an upload but the last must have at least 5 MiB", "parts");
    }
    if (isNamed(error, "InvalidPart", "InvalidPartOrder", "MalformedXML", "InvalidRequest")) {
      throw invalidInput("The parts named are not the ones that were uploaded", "parts");
    }
    if (!isMissing(error)) throw error;
    if ((await objects.head(key)) === null) throw notFound("Upload");
  }
}

async function readOnce(objects: S3Objects, key: string): Promise<StoredBlob> {
  const body = await objects.get(key);
  if (body === null) throw notFound("Upload");
  const digest = new ContentDigest();
  for await (const chunk of body) digest.add(chunk);
  return digest.finish();
}

/** A download that no browser runs. */
function asDownload({ fileName, contentType }: DownloadAs) {
  return {
    ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    ResponseContentType: contentType,
    ResponseCacheControl: "private, no-store",
  };
}
