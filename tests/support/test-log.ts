import type { Logger } from "@assay/services";

export interface LoggedError {
  message: string;
  fields: object;
}

/** Says nothing and remembers errors: a server that logs one has a fault, unless the test asked for it. */
export class TestLog implements Logger {
  private errors: LoggedError[] = [];

  info(): void {}
  warn(): void {}

  error(fields: object, message: string): void {
    this.errors.push({ message, fields });
  }

  /** Hands over the errors so far and forgets them: for a test that expects some. */
  takeErrors(): LoggedError[] {
    return this.errors.splice(0);
  }

  /** Throws when something was logged as an error that no test took. */
  refuseErrors(): void {
    const [first] = this.takeErrors();
    if (first === undefined) return;
    const cause = "err" in first.fields ? first.fields.err : first.fields;
    throw new Error(`The server logged an error: ${first.message}`, { cause });
  }
}
