/** PostgreSQL sees nothing of the caller's environment: PGDATA, PGPORT or a locale there would change what it does. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
