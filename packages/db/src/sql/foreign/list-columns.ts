/** Every column of a SQLite database, with its table. */
export const listSqliteColumns = `
  SELECT m.name AS table_name, c.name AS column_name
  FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'`;

/** Every column that a PostgreSQL connection sees without naming a schema, with its table. */
export const listPostgresColumns = `
  SELECT c.table_name, c.column_name FROM information_schema.columns c
  WHERE c.table_schema = ANY (current_schemas(false))`;
