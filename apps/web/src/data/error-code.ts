function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The tRPC code of a failed call, such as NOT_FOUND; undefined when the call never reached the server. */
export function errorCode(error: unknown): string | undefined {
  const code = field(field(error, "data"), "code");
  return typeof code === "string" ? code : undefined;
}

/** What the server said the caller can do about it. */
export function errorRemedy(error: unknown): string | undefined {
  const data = field(error, "data");
  const remedy = field(data, "remedy") ?? field(field(data, "details"), "remedy");
  return typeof remedy === "string" ? remedy : undefined;
}
