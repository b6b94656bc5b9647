import type { Readable } from "node:stream";
import { type FileOwner, type FileReader, type SourceFile, UnreadableError } from "../files/file-reader.ts";
import type { RestClient } from "./rest-client.ts";
import { FilePage } from "./wire.ts";

interface Listed {
  path: string;
  isFolder: boolean;
  sizeBytes: number;
}

/** One kind of owner's files over REST: how a folder is listed and a file opened. */
interface Tree {
  list(folder: string): Promise<Listed[]>;
  open(path: string): Promise<Readable>;
}

const MLFLOW = "/api/2.0/mlflow";
const PROXY = "/api/2.0/mlflow-artifacts/artifacts";

/** Reads files through the server, which itself reads the store they are in. */
export function restFiles(client: RestClient): FileReader {
  return {
    async *list(owner) {
      yield* walk(treeOf(client, owner), "");
    },
  };
}

async function* walk(tree: Tree, folder: string): AsyncGenerator<SourceFile> {
  for (const { path, isFolder, sizeBytes } of await tree.list(folder)) {
    if (!isFolder) yield { path, sizeBytes, open: () => tree.open(path) };
    // A folder that lists itself would never end.
    else if (path.startsWith(folder === "" ? "" : `${folder}/`) && path !== folder) yield* walk(tree, path);
  }
}

function treeOf(client: RestClient, { kind, id, uri }: FileOwner): Tree {
  if (kind === "run") {
    return {
      list: (folder) => listPages(client, `${MLFLOW}/artifacts/list`, { run_id: id, ...named("path", folder) }),
      open: (path) => client.open("/get-artifact", { run_id: id, run_uuid: id, path }),
    };
  }
  const root = proxiedPath(uri);
  if (root !== null) return proxiedTree(client, root);
  if (kind === "loggedModel") {
    const model = `/mlflow/logged-models/${encodeURIComponent(id)}/artifacts`;
    return {
      list: (folder) => listPages(client, `/api/2.0${model}/directories`, named("artifact_directory_path", folder)),
      open: (path) => client.open(`/ajax-api/2.0${model}/files`, { artifact_file_path: path }),
    };
  }
  throw new UnreadableError(`the server does not serve files at ${uri}`);
}

/** The server's own artifact folder. */
function proxiedTree(client: RestClient, root: string): Tree {
  const inRoot = (path: string) => [root, path].filter((part) => part !== "").join("/");
  return {
    async list(folder) {
      const entries = await listPages(client, PROXY, { path: inRoot(folder) });
      return entries.map((entry) => {
        const name = entry.path.slice(entry.path.lastIndexOf("/") + 1);
        return { ...entry, path: folder === "" ? name : `${folder}/${name}` };
      });
    },
    open: (path) => client.open(`${PROXY}/${inRoot(path).split("/").map(encodeURIComponent).join("/")}`, {}),
  };
}

const named = (name: string, value: string): Record<string, string> => (value === "" ? {} : { [name]: value });

/** The path of `mlflow-artifacts:/path`, with or without a host; null for other places. */
export function proxiedPath(uri: string): string | null {
  const match = /^mlflow-artifacts:(?:\/\/[^/]*)?\/*(.*)$/.exec(uri);
  return match === null ? null : (match[1] ?? "").replace(/\/+$/, "");
}

async function listPages(client: RestClient, path: string, query: Record<string, string>): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (let token = ""; ; ) {
    const page = FilePage.parse(await client.get(path, { ...query, ...named("page_token", token) }));
    for (const file of page.files) {
      listed.push({ path: file.path, isFolder: file.is_dir === true, sizeBytes: file.file_size ?? 0 });
    }
    token = page.next_page_token;
    if (token === "") return listed;
  }
}
