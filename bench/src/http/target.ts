/** A running server that takes the load. */
export interface Target {
  name: string;
  url: string;
  headers: Record<string, string>;
  isPeer: boolean;
  /** Ids of running runs to log to. */
  runIds: string[];
  stop(): Promise<void>;
}
