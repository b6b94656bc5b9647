import { z } from "zod";
import type { TestHouse } from "../support/house.ts";

const PROXY = "/api/2.0/mlflow-artifacts";
const Begun = z.object({
  upload_id: z.string(),
  credentials: z.array(
    z.object({ url: z.string(), part_number: z.number(), headers: z.record(z.string(), z.string()) }),
  ),
});
export type Begun = z.infer<typeof Begun>;

export interface SentPart {
  part_number: number;
  etag: string;
}

export const MIB = 1024 ** 2;
/** The smallest part that S3 takes, but for the last. */
export const PART_BYTES = 5 * MIB;

/** Speaks the protocol of uploads in parts without any client in between. */
export class MultipartClient {
  private readonly house: Pick<TestHouse, "fetch">;
  private readonly token: string | undefined;

  constructor(house: Pick<TestHouse, "fetch">, token?: string) {
    this.house = house;
    this.token = token;
  }

  ask(step: string, folder: string, body: object): Promise<Response> {
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    return this.house.fetch(`${PROXY}/mpu/${step}/${folder}`, init, this.token);
  }

  async begin(folder: string, name: string, parts: number): Promise<Begun> {
    const response = await this.ask("create", folder, { path: `/home/somebody/${name}`, num_parts: parts });
    if (!response.ok) throw new Error(await response.text());
    return Begun.parse(await response.json());
  }

  /** Sends content to the addresses, in parts of the smallest size. */
  async send({ credentials }: Begun, content: Uint8Array): Promise<SentPart[]> {
    const sent: SentPart[] = [];
    for (const { url, part_number } of credentials) {
      const body = new Uint8Array(content.subarray((part_number - 1) * PART_BYTES, part_number * PART_BYTES));
      const response = await fetch(url, { method: "PUT", body });
      if (!response.ok) throw new Error(await response.text());
      sent.push({ part_number, etag: response.headers.get("etag") ?? "" });
    }
    return sent;
  }

  complete(folder: string, name: string, { upload_id }: Begun, parts: readonly SentPart[]): Promise<Response> {
    return this.ask("complete", folder, { path: name, upload_id, parts });
  }

  abort(folder: string, name: string, { upload_id }: Begun): Promise<Response> {
    return this.ask("abort", folder, { path: name, upload_id });
  }

  get(folder: string, name: string): Promise<Response> {
    return this.house.fetch(`${PROXY}/artifacts/${folder}/${name}`, {}, this.token);
  }

  presigned(folder: string, name: string): Promise<Response> {
    return this.house.fetch(`${PROXY}/presigned/${folder}/${name}`, {}, this.token);
  }
}
