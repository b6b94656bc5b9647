import { invalidInput } from "@assay/contract";

/**
 * A request's fields with what its path names. One that names another thing in its body than in its path is refused:
 * who looks at the one must not let the other through. The `path` of a body is a file's own and no such name.
 */
export function withPathParams(fields: object, params: Record<string, string>): object {
  for (const [name, param] of Object.entries(params)) {
    const value: unknown = Object.hasOwn(fields, name) ? Reflect.get(fields, name) : undefined;
    if (name !== "path" && value !== undefined && value !== null && value !== "" && value !== param)
      throw invalidInput(`The request's path and its fields name two different values for '${name}'`, name);
  }
  return { ...fields, ...params };
}
