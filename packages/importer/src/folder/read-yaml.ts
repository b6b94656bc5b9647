import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";

/** A `meta.yaml`: texts by name, null where it says so. */
export class Meta {
  private readonly map: YAMLMap | null;

  constructor(text: string) {
    // Every plain scalar stays a text: an id of digits around an `e` is no number.
    const { contents } = parseDocument(text, { schema: "failsafe" });
    this.map = isMap(contents) ? contents : null;
  }

  get(name: string): string | null {
    return textOf(this.map?.get(name, true));
  }

  text(name: string): string {
    return this.get(name) ?? "";
  }

  number(name: string): number | null {
    const value = this.get(name);
    const number = Number(value ?? Number.NaN);
    return Number.isFinite(number) && value !== "" ? number : null;
  }

  /** A map within it, as the tags of an input are. */
  entries(name: string): { key: string; value: string }[] {
    const inner = this.map?.get(name, true);
    if (!isMap(inner)) return [];
    return inner.items.map((pair) => ({ key: textOf(pair.key) ?? "", value: textOf(pair.value) ?? "" }));
  }
}

function textOf(node: unknown): string | null {
  if (!isScalar(node)) return null;
  const text = String(node.value ?? "");
  return node.type === "PLAIN" && /^(null|Null|NULL|~|)$/.test(text) ? null : text;
}
