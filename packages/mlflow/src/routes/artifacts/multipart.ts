import { ArtifactUploadId, notFound } from "@assay/contract";
import { abortUpload, beginUpload, completeUpload, hasDirectTransfer, type ProjectContext } from "@assay/services";
import { z } from "zod";
import { openFile } from "../../artifact/artifact-files.ts";
import { type ArtifactAddress, parseArtifactAddress } from "../../artifact/artifact-root.ts";
import { directDownload, noDirectTransfer } from "../../artifact/direct-transfer.ts";
import { writableOwner } from "../../artifact/writable-owner.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { type MlflowRoute, mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { parseInput } from "../../wire/parse-input.ts";

/** As many as a bucket makes one object of. */
const MOST_PARTS = 10_000;

/** The file's name where it comes from, of which only the last part is used, and what a step needs besides. */
const created = z.object({ path: field.required(), num_parts: field.int64(1, MOST_PARTS) });
const aborted = z.object({ path: field.required(), upload_id: field.required() });
const completed = aborted.extend({
  parts: field.requiredList(z.object({ part_number: field.int64(1, MOST_PARTS), etag: field.required() }), MOST_PARTS),
});

/** One step of an upload in parts, which go straight to the bucket. */
function uploadStep<Schema extends z.ZodType<{ path: string }>>(
  step: string,
  body: Schema,
  handle: (ctx: ProjectContext, target: UploadTarget, input: z.output<Schema>) => Promise<object>,
): MlflowRoute {
  return mlflowRoute({
    method: "POST",
    path: `/api/2.0/mlflow-artifacts/mpu/${step}/{...artifact_path}`,
    permission: "artifact:write",
    input: z.looseObject({ artifact_path: field.path() }),
    async handle({ ctx, input: { artifact_path: folder, ...fields } }) {
      const address = parseArtifactAddress(projectAddress(ctx), folder);
      // Who cannot be served is told so whatever else they say.
      if (!hasDirectTransfer(ctx)) return noDirectTransfer("upload");
      const input = parseInput(body, fields);
      return handle(ctx, uploadTarget(address, input.path), input);
    },
  });
}

type UploadTarget = ReturnType<typeof uploadTarget>;

/** Where the file goes: into the folder of the address, by the last part of the name it has where it comes from. */
function uploadTarget({ root, path: folder }: ArtifactAddress, localPath: string) {
  const name = localPath.slice(Math.max(localPath.lastIndexOf("/"), localPath.lastIndexOf("\\")) + 1);
  return { owner: writableOwner(root), path: folder === "" ? name : `${folder}/${name}` };
}

const create = uploadStep("create", created, async (ctx, target, { num_parts: partCount }) => {
  const { uploadId, partUrls } = await beginUpload({ ctx, input: { ...target, partCount } });
  const credentials = partUrls.map((url, at) => ({ url, part_number: at + 1, headers: {} }));
  return { upload_id: uploadId, credentials };
});

const complete = uploadStep("complete", completed, async (ctx, target, { upload_id: id, parts }) => {
  const sent = parts.map(({ part_number: number, etag }) => ({ number, etag }));
  await completeUpload({ ctx, input: { ...target, uploadId: toUploadId(id), parts: sent } });
  return {};
});

const abort = uploadStep("abort", aborted, async (ctx, target, { upload_id: id }) => {
  await abortUpload({ ctx, input: { ...target, uploadId: toUploadId(id) } });
  return {};
});

/** An id that is none of ours names nothing. */
function toUploadId(text: string): ArtifactUploadId {
  const id = ArtifactUploadId.safeParse(text);
  if (!id.success) throw notFound("Upload");
  return id.data;
}

/** What a client fetches in ranges. */
const download = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow-artifacts/presigned/{...path}",
  permission: "artifact:read",
  input: z.object({ path: field.path() }),
  async handle({ ctx, input: { path } }) {
    const address = parseArtifactAddress(projectAddress(ctx), path);
    return hasDirectTransfer(ctx) ? directDownload(await openFile(ctx, address)) : noDirectTransfer("download");
  },
});

export const multipartRoutes: readonly MlflowRoute[] = [create, complete, abort, download];
