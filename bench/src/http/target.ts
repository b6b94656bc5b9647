/** A running server that takes the load. */
export interface Target {
  name: string;
  url: string;
  /** Of the process that leads the server's others. */
  pid: number;
  headers: Record<string, string>;
  isPeer: boolean;
  /** Ids of running runs to log to. */
  runIds: string[];
  stop(): Promise<void>;
}
