import { openDb } from "@assay/db";

/** Makes an empty database beside the one of `url`; answers its URL. The name is one of ours, never input. */
export async function createDatabase(url: string, name: string): Promise<string> {
  const db = openDb({ url, max: 1, onError: console.error });
  await db.executeSql(`CREATE DATABASE ${name}`);
  await db.close();
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}
