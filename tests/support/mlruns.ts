import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

export interface FolderRun {
  id: string;
  name?: string;
  isDeleted?: boolean;
  /** Lines as they stand in the files, by key. */
  metrics?: Record<string, readonly string[]>;
  params?: Record<string, string>;
  tags?: Record<string, string>;
  files?: Record<string, string>;
  artifactUri?: string;
}

/** Writes an `mlruns` folder by hand, also such as no client of today would write. */
export class Mlruns {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async experiment(id: string, name: string, { isDeleted = false } = {}): Promise<void> {
    const lines = [`experiment_id: '${id}'`, `name: ${name}`, "creation_time: 1600000000000"];
    lines.push(`lifecycle_stage: ${isDeleted ? "deleted" : "active"}`, "last_update_time: 1600000001000");
    await this.write(path.join(isDeleted ? ".trash" : "", id, "meta.yaml"), lines.join("\n"));
  }

  async run(experiment: string, run: FolderRun): Promise<void> {
    const { id, name = "run", isDeleted = false, artifactUri = `file:///gone/${experiment}/${id}/artifacts` } = run;
    const lines = [`run_id: ${id}`, `run_name: ${name}`, `experiment_id: '${experiment}'`, "status: 3", "user_id: ada"];
    lines.push("start_time: 1600000000000", "end_time: 1600000005000", `artifact_uri: ${artifactUri}`);
    lines.push(`lifecycle_stage: ${isDeleted ? "deleted" : "active"}`);
    const folder = path.join(experiment, id);
    await this.write(path.join(folder, "meta.yaml"), lines.join("\n"));
    for (const [key, all] of Object.entries(run.metrics ?? {}))
      await this.write(path.join(folder, "metrics", key), `${all.join("\n")}\n`);
    for (const kind of ["params", "tags"] as const) {
      for (const [key, value] of Object.entries(run[kind] ?? {})) await this.write(path.join(folder, kind, key), value);
    }
    for (const [name, text] of Object.entries(run.files ?? {}))
      await this.write(path.join(folder, "artifacts", name), text);
  }

  async model(name: string, aliases: Record<string, number> = {}): Promise<void> {
    const lines = [`name: ${name}`, "creation_timestamp: 1600000000000", "last_updated_timestamp: 1600000002000"];
    await this.write(path.join("models", name, "meta.yaml"), lines.join("\n"));
    for (const [alias, version] of Object.entries(aliases))
      await this.write(path.join("models", name, "aliases", alias), String(version));
  }

  async version(
    name: string,
    version: number,
    { runId = "", source, stage = "None" }: { runId?: string; source: string; stage?: string },
  ): Promise<void> {
    const lines = [`name: ${name}`, `version: '${version}'`, `source: ${source}`, `current_stage: ${stage}`];
    lines.push(`run_id: ${runId === "" ? "null" : runId}`, "status: READY", "creation_timestamp: 1600000000000");
    lines.push("last_updated_timestamp: 1600000001000");
    await this.write(path.join("models", name, `version-${version}`, "meta.yaml"), lines.join("\n"));
  }

  async write(file: string, text: string): Promise<void> {
    const place = path.join(this.root, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, text);
  }
}
