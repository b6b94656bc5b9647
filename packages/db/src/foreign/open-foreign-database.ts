import type { ForeignDatabase } from "./foreign-database.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";

/** Opens a database as SQLAlchemy addresses it: `sqlite:///path` or `postgresql+driver://…`. */
export async function openForeignDatabase(uri: string): Promise<ForeignDatabase> {
  const scheme = /^([a-z]+)(?:\+\w+)?:\/\//i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === "sqlite") return openSqlite(sqlitePath(uri));
  if (scheme === "postgresql" || scheme === "postgres") {
    return openPostgres(uri.replace(/^[a-z]+(\+\w+)?:/i, "postgresql:"));
  }
  throw new Error(`Databases are read by sqlite:///<path> and postgresql://…, not by ${uri.split(":")[0]}:`);
}

/** `sqlite:///relative.db` and `sqlite:////absolute.db`; options after a question mark are the driver's. */
export const sqlitePath = (uri: string): string => uri.replace(/^[^/]*\/\/\//, "").replace(/\?.*$/, "");
