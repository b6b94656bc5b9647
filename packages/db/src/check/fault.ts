/** Something wrong with what is stored of a run, by the key's id: its name is looked up once there is a fault at all. */
export interface Fault {
  keyId: number | null;
  place: string;
  what: string;
}
