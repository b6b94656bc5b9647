import { type ImportItemKind, type ImportJobId, isDomainError } from "@assay/contract";
import { sha256Hex } from "@assay/domain/digest";
import { type ImportItem, listImportItems, noteImportItem, type ProjectContext } from "@assay/services";
import { UnreadableError } from "../files/file-reader.ts";
import { Notes } from "../fit/notes.ts";
import type { MlflowSource } from "../source/mlflow-source.ts";
import type { Progress } from "./progress.ts";

/** Refusals that are about the one thing, and let the others come. */
const OF_ONE_THING = new Set<string>(["INVALID_INPUT", "CONFLICT", "NOT_FOUND", "ALREADY_EXISTS", "RUN_ARCHIVED"]);

/** What is said of a thing when it cannot come; null when the import itself is in trouble. */
export function reasonOf(error: unknown): string | null {
  if (error instanceof UnreadableError) return error.message;
  return isDomainError(error) && OF_ONE_THING.has(error.code) ? error.message : null;
}

export interface Thing {
  kind: ImportItemKind;
  id: string;
  /** As the report counts it: `runs`, `model versions` … */
  what: string;
  /** What the source says of it, all of it. */
  content: object;
}

/** One go of an import: what it reads, where it writes, and what earlier goes have brought. */
export class Session {
  readonly ctx: ProjectContext;
  readonly source: MlflowSource;
  readonly jobId: ImportJobId;
  /** Names or ids of the experiments wanted; all when null. */
  readonly only: ReadonlySet<string> | null;
  readonly progress: Progress;
  private readonly known = new Map<ImportItemKind, Map<string, ImportItem>>();

  constructor(options: Pick<Session, "ctx" | "source" | "jobId" | "only" | "progress">) {
    this.ctx = options.ctx;
    this.source = options.source;
    this.jobId = options.jobId;
    this.only = options.only;
    this.progress = options.progress;
  }

  async load(kind: ImportItemKind): Promise<void> {
    this.known.set(kind, await listImportItems({ ctx: this.ctx, input: { jobId: this.jobId, kind } }));
  }

  /** What an earlier go remembers of a thing. */
  before({ kind, id }: Thing): ImportItem | undefined {
    return this.known.get(kind)?.get(id);
  }

  /** Whether a thing came before and the source says the same of it now. */
  isUnchanged(thing: Thing): boolean {
    const before = this.before(thing);
    return before?.state === "done" && before.digest === digestOf(thing);
  }

  /** A thing as it is to be remembered when all of it has come. */
  done({ kind, id, content }: Thing, counts: ImportItem["counts"], notes: Notes): ImportItem {
    const digest = digestOf({ content });
    return { kind, sourceId: id, targetId: "", state: "done", digest, counts, notes: notes.all };
  }

  /** Brings one thing; when it cannot come that is remembered, and it is tried again next time. */
  async bring(thing: Thing, work: (notes: Notes) => Promise<void>): Promise<boolean> {
    this.ctx.signal.throwIfAborted();
    const notes = new Notes(thing.id);
    try {
      await work(notes);
      return true;
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === null) throw error;
      notes.missing(thing.what, reason);
      const targetId = this.before(thing)?.targetId ?? "";
      const item = { ...this.done(thing, {}, notes), state: "failed", targetId } as const;
      await noteImportItem({ ctx: this.ctx, input: { jobId: this.jobId, item } });
      this.progress.add("failed", 1);
      return false;
    }
  }
}

const digestOf = ({ content }: Pick<Thing, "content">): string => sha256Hex(JSON.stringify(content));
