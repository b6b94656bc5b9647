import { openDatabaseSource } from "../database/database-source.ts";
import { placedFiles } from "../files/placed-files.ts";
import { openFolderSource } from "../folder/folder-source.ts";
import { RestClient } from "../rest/rest-client.ts";
import { restFiles } from "../rest/rest-files.ts";
import { openRestSource } from "../rest/rest-source.ts";
import type { MlflowSource } from "./mlflow-source.ts";

export interface SourceOptions {
  /** An http(s) address, `sqlite:///…`, `postgresql://…`, or the path of an `mlruns` folder. */
  address: string;
  /** Where the files are that the source's own places do not lead to: a folder, or the address of the server. */
  artifacts?: string | undefined;
  /** What the server asks for, as a header says it. */
  authorization?: string | undefined;
  workspace?: string | undefined;
  signal?: AbortSignal | undefined;
}

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

/** Opens an MLflow source by its address. */
export async function openSource(options: SourceOptions): Promise<MlflowSource> {
  const { address, artifacts, authorization, workspace, signal } = options;
  if (isWeb(address)) return openRestSource({ url: address, authorization, workspace, signal });
  const files =
    artifacts !== undefined && isWeb(artifacts)
      ? restFiles(new RestClient({ url: artifacts, authorization, workspace, signal }))
      : placedFiles(artifacts ?? null);
  if (/^(sqlite|postgres(ql)?)(\+\w+)?:/i.test(address)) return openDatabaseSource({ uri: address, files, workspace });
  return openFolderSource({ folder: address, files: artifacts === undefined ? null : files });
}
