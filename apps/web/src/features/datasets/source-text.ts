import type { Dataset } from "@assay/contract";

/** Where a dataset came from, in words: MLflow describes code it was made by as JSON of tags. */
export function sourceText({ source, sourceType }: Pick<Dataset, "source" | "sourceType">): string {
  if (!source.startsWith("{")) return source;
  const described = parse(source);
  const name = described?.tags?.["mlflow.source.name"] ?? described?.uri ?? described?.url ?? described?.path;
  return typeof name === "string" ? `${name} (${sourceType})` : sourceType;
}

interface Described {
  tags?: Record<string, unknown>;
  uri?: unknown;
  url?: unknown;
  path?: unknown;
}

function parse(text: string): Described | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
