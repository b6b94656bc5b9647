import type { LineageInput, LineageNode } from "@assay/contract";

/** A node as it is shown; `known` is what the store says of rows, the rest follows from the id. */
export function nodeOf(key: LineageInput["node"], known: { label: string; detail: string } | undefined): LineageNode {
  const { kind, id } = key;
  switch (kind) {
    case "run":
      return { kind, id, label: known?.label ?? id.slice(0, 8), detail: known?.detail ?? "", href: `runs/${id}` };
    case "dataset":
      return { kind, id, label: known?.label ?? id.slice(0, 8), detail: known?.detail ?? "", href: "datasets" };
    case "loggedModel":
      return { kind, id, label: known?.label ?? id.slice(0, 10), detail: known?.detail ?? "", href: null };
    case "code":
      return { kind, id, label: id.slice(0, 10), detail: "commit", href: null };
    case "modelVersion": {
      const [name, number] = splitLast(id, "/");
      return {
        kind,
        id,
        label: `${name} v${number}`,
        detail: "",
        href: `models/${encodeURIComponent(name)}/versions/${number}`,
      };
    }
    case "alias": {
      const [name, alias] = splitLast(id, "@");
      return { kind, id, label: alias, detail: name, href: `models/${encodeURIComponent(name)}` };
    }
  }
}

function splitLast(text: string, separator: string): [string, string] {
  const at = text.lastIndexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}
