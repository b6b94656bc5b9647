import pg from "pg";

export const DATABASE_USER = "assay";
const DATABASE_NAME = "assay";

type Access = { readonly port: number; readonly password: string };

/** The connection string of one database of the embedded server. */
export function connectionUrl({ port, password }: Access, database = DATABASE_NAME): string {
  return `postgresql://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Creates the product's database on the first start. */
export async function ensureDatabase(access: Access): Promise<void> {
  const client = new pg.Client({ connectionString: connectionUrl(access, "postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE_NAME]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}
