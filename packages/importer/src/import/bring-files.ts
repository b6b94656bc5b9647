import { type ArtifactFile, type ArtifactOwner, isDomainError } from "@assay/contract";
import { parseArtifactPath } from "@assay/domain";
import { putArtifact } from "@assay/services";
import { type FileOwner, type SourceFile, UnreadableError } from "../files/file-reader.ts";
import { withContent } from "../files/with-content.ts";
import type { Notes } from "../fit/notes.ts";
import type { Session } from "./session.ts";

const ATTEMPTS = 3;

export interface FilePlan {
  absent: { path: string; file: SourceFile }[];
  /** Of all that the source has and that can come. */
  files: number;
  bytes: number;
}

/** Compares the files at the source with those that are here, by path and size. */
export async function planFiles(
  session: Session,
  from: FileOwner,
  here: readonly ArtifactFile[],
  notes: Notes,
): Promise<FilePlan> {
  const plan: FilePlan = { absent: [], files: 0, bytes: 0 };
  const sizes = new Map(here.map((file) => [file.path, file.sizeBytes]));
  try {
    for await (const file of session.source.files.list(from)) {
      const path = pathOf(file, notes);
      if (path === null) continue;
      plan.files += 1;
      plan.bytes += file.sizeBytes;
      if (sizes.get(path) !== file.sizeBytes) plan.absent.push({ path, file });
    }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    notes.missing("file trees", error.message);
  }
  return plan;
}

/** The path a file has here; null when it can have none. */
export function pathOf({ path }: SourceFile, notes: Notes): string | null {
  try {
    const kept = parseArtifactPath(path);
    if (kept !== path) notes.changed("files", "their paths are kept in Unicode's composed form", path);
    return kept;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    notes.missing("files", "their paths are not allowed here", JSON.stringify(path));
    return null;
  }
}

/** Streams in the files that are absent here. */
export async function bringFiles(
  session: Session,
  owner: ArtifactOwner,
  plan: FilePlan,
  notes: Notes,
): Promise<{ files: number; bytes: number }> {
  let { files, bytes } = plan;
  for (const { path, file } of plan.absent) {
    session.ctx.signal.throwIfAborted();
    try {
      await putFile(session, owner, path, file);
      session.progress.add("files", 1);
      session.progress.add("bytes", file.sizeBytes);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      notes.missing("files", error.message, path);
      files -= 1;
      bytes -= file.sizeBytes;
    }
  }
  return { files, bytes };
}

/** A file whose bytes stop on their way is asked for again. */
async function putFile(session: Session, owner: ArtifactOwner, path: string, file: SourceFile): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await withContent(file, (content) => putArtifact({ ctx: session.ctx, input: { owner, path, content } }));
      return;
    } catch (error) {
      const isOfFile = isDomainError(error) || error instanceof UnreadableError;
      if (isOfFile || attempt === ATTEMPTS || session.ctx.signal.aborted) throw error;
    }
  }
}
