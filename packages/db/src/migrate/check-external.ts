import pg from "pg";
import { MigrationError } from "./errors.ts";

const OLDEST_MAJOR = 15;
const CONNECT_TIMEOUT_MS = 10_000;

/** The PostgreSQL that DATABASE_URL names cannot be used. The message says why and how to mend it, without the password. */
export class ExternalDatabaseError extends MigrationError {
  override readonly name = "ExternalDatabaseError";
}

function parseUrl(url: string): URL {
  try {
    const parsed = new URL(url);
    if (parsed.protocol === "postgres:" || parsed.protocol === "postgresql:") return parsed;
  } catch {
    // Reported below, together with a URL of another kind.
  }
  throw new ExternalDatabaseError(
    "DATABASE_URL is not a PostgreSQL address. Write it as postgresql://user:password@host:5432/database.",
  );
}

/** Network errors by Node's code, refusals by PostgreSQL's SQLSTATE. */
function explain(error: unknown, { host, pathname, username }: URL): string {
  const at = `The PostgreSQL of DATABASE_URL (${host}${pathname})`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const database = decodeURIComponent(pathname.slice(1));
  switch (code) {
    case "ECONNREFUSED":
      return `${at} refuses connections. Start it, or correct the host and port.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${at} has a host name that cannot be found. Correct the host.`;
    case "28P01":
    case "28000":
      return `${at} does not accept user "${username}" with this password. Correct the user or password.`;
    case "3D000":
      return `${at} has no database "${database}". Create it: createdb ${database}`;
    case "53300":
      return `${at} has no free connection. Raise its max_connections or close other clients.`;
    default:
      return `${at} cannot be reached: ${error instanceof Error && error.message ? error.message : String(error)}. Check the address and that the server runs.`;
  }
}

/**
 * Makes sure that an external PostgreSQL can be reached and is recent enough.
 * @throws ExternalDatabaseError
 */
export async function checkExternalDatabase({ url }: { url: string }): Promise<void> {
  const address = parseUrl(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; text: string; may_create: boolean }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as text,
              has_schema_privilege(current_schema(), 'CREATE') as may_create`,
    );
    const version = rows[0];
    if (!version || version.number < OLDEST_MAJOR * 10_000) {
      throw new ExternalDatabaseError(
        `The PostgreSQL of DATABASE_URL is version ${version?.text ?? "unknown"}; Assay needs ${OLDEST_MAJOR} or newer. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
      );
    }
    if (!version.may_create) {
      throw new ExternalDatabaseError(
        `User "${address.username}" may not create tables in the database of DATABASE_URL. Grant it: GRANT CREATE ON SCHEMA public TO "${address.username}";`,
      );
    }
  } catch (error) {
    throw error instanceof ExternalDatabaseError
      ? error
      : new ExternalDatabaseError(explain(error, address), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
