import type { Answer } from "./peer.ts";

/** An answer with everything taken out that differs between two servers for no reason anybody cares about. */
export interface Plain {
  status: number;
  errorCode: unknown;
  message: string;
  body: unknown;
}

const EXPERIMENT_ROOT = /mlflow-artifacts:\/(?:team\/main\/experiments\/)?(\d+)(?=[/"]|$)/g;
const RUN_ROOT = /mlflow-artifacts:\/(?:\d+|team\/main\/runs)\/([0-9a-f]{32})\/artifacts/g;
const MODEL_ROOT = /mlflow-artifacts:\/(?:\d+|team\/main)\/models\/(m-[0-9a-f]{32})\/artifacts/g;
const MADE_UP_NAME = /^[a-z]+-[a-z]+-\d{1,4}$/;
/** Lists that the protocol keeps in no order; compared by what names their items. */
const UNORDERED =
  /(^|\.)(tags|params|aliases|data\.metrics|registrations|latest_versions|files|dataset_inputs|model_inputs|model_outputs)$/;
const ID = /\b(m-)?(?!0{32})[0-9a-f]{32}\b/g;

/**
 * Names ids by the case in which they appeared first, and hides times of this test run, tokens, roots and names made
 * up by a server. An id that only one of the servers made does not shift the names of others.
 */
export class Normaliser {
  private readonly names = new Map<string, string>();
  private readonly since: number;
  private at = 0;
  private newHere = 0;

  constructor(since: number) {
    this.since = since;
  }

  /** Takes the answers in the order of the cases. */
  plain({ status, json, text, contentType }: Answer): Plain {
    this.at += 1;
    this.newHere = 0;
    if (status < 400) {
      // Clients take an empty body for an empty object.
      const body = text === "" ? {} : json === undefined ? { text, contentType } : this.value(json, "");
      return { status, errorCode: undefined, message: "", body };
    }
    const { error_code: errorCode, message } = { error_code: undefined, message: undefined, ...asObject(json) };
    return { status, errorCode, message: this.text(String(message ?? "")), body: undefined };
  }

  private value(value: unknown, path: string): unknown {
    if (typeof value === "string") return this.string(value, path);
    if (typeof value === "number") return value >= this.since && value <= this.since + 3_600_000 ? "<now>" : value;
    if (Array.isArray(value)) return this.list(value, path);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, this.value(inner, path === "" ? key : `${path}.${key}`)]),
    );
  }

  private list(values: unknown[], path: string): unknown {
    const plain = values.map((value) => [nameOf(value), this.value(value, path)] as const);
    if (!UNORDERED.test(path)) return plain.map(([, value]) => value);
    const named = plain.map(([name, value]) => [this.text(name), value] as const);
    const isUnique = new Set(named.map(([name]) => name)).size === named.length;
    if (isUnique) return Object.fromEntries(named);
    return named.map(([, value]) => value).sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
  }

  private string(text: string, path: string): string {
    if (path.endsWith("next_page_token")) return "<token>";
    if (path.endsWith("experiment_id") && /^\d+$/.test(text)) return this.name("experiment", text);
    if (MADE_UP_NAME.test(text)) return "<made-up name>";
    return this.text(withoutLayout(text));
  }

  private text(text: string): string {
    return text
      .replace(RUN_ROOT, (_all, id: string) => `<files of ${this.name("run", id)}>`)
      .replace(MODEL_ROOT, (_all, id: string) => `<files of ${this.name("model", id)}>`)
      .replace(EXPERIMENT_ROOT, (_all, id: string) => `<files of ${this.name("experiment", id)}>`)
      .replace(ID, (id) => this.name(id.startsWith("m-") ? "model" : "run", id));
  }

  private name(kind: string, id: string): string {
    const known = this.names.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    this.newHere += 1;
    const name = `<${kind} ${this.at}.${this.newHere}>`;
    this.names.set(`${kind} ${id}`, name);
    return name;
  }
}

/** JSON within a text says the same with and without blanks. */
function withoutLayout(text: string): string {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

const asObject = (json: unknown): object => (typeof json === "object" && json !== null ? json : {});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What an item of such a list is known by. */
function nameOf(value: unknown): string {
  if (typeof value === "string") return value;
  const { key, alias, name, version, path, model_id, dataset, ...rest } = { ...NAMES, ...asObject(value) };
  if (dataset !== undefined) return nameOf(dataset);
  const { step } = { step: undefined, ...rest };
  const parts = key === undefined ? [alias, path, model_id, step, name, version] : [key, step];
  return parts.filter((part) => part !== undefined).join(" ");
}

const NAMES = {
  key: undefined,
  alias: undefined,
  name: undefined,
  version: undefined,
  path: undefined,
  model_id: undefined,
  dataset: undefined,
};
