import type { OpenedArtifact } from "@assay/services";
import { wireErrorResponse } from "../wire/error-response.ts";

/** What tells a client to send, or fetch, a file in one piece through the server: it matches the beginning. */
export const noDirectTransfer = (what: "upload" | "download"): Response =>
  wireErrorResponse(
    501,
    "NOT_IMPLEMENTED",
    `Multipart ${what} is not supported for the current artifact repository; files are streamed through the server`,
  );

/** An address at the bucket, from which the client fetches the file itself. */
export async function directDownload({ file, link }: OpenedArtifact): Promise<object> {
  return link === null ? noDirectTransfer("download") : { url: await link(), headers: {}, file_size: file.sizeBytes };
}
