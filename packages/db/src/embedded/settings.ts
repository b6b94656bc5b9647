/** "full": every commit is on disk when it is acknowledged. "test": speed over safety, for throwaway databases only. */
export type Durability = "full" | "test";

const COMMON = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  // Solid state disks are the rule; the default of 4 was measured on spinning ones.
  random_page_cost: "1.1",
  // Our statements are short: compiling them costs more than it saves.
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
} as const;

const FULL = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } as const;
const TEST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB" } as const;

/** Command-line arguments that set the server up. */
export function serverArguments({ port, durability }: { port: number; durability: Durability }): string[] {
  const settings = { ...COMMON, ...(durability === "test" ? TEST : FULL), port: String(port) };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
