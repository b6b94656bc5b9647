import { DomainError } from "@assay/contract";
import type { S3Client } from "@aws-sdk/client-s3";
import { isPassing } from "./s3-error.ts";

export interface S3PlaceOptions {
  client: S3Client;
  bucket: string;
  prefix: string;
  /** Told of failures that whoever caused them is only told to wait for. */
  onError: (error: unknown) => void;
}

/** A bucket and the part of its keys that is ours. */
export class S3Place {
  readonly client: S3Client;
  readonly bucket: string;
  private readonly prefix: string;
  private readonly onError: (error: unknown) => void;

  constructor({ client, bucket, prefix, onError }: S3PlaceOptions) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
    this.onError = onError;
  }

  at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: this.prefix + key };
  }

  under(folder: string): { Bucket: string; Prefix: string } {
    return { Bucket: this.bucket, Prefix: this.prefix + folder };
  }

  /** A key as we name it, from how the bucket does. */
  ownKey(key: string): string {
    return key.slice(this.prefix.length);
  }

  /** An object as the source of a copy, escaped as that header wants it. */
  sourceOf(key: string): string {
    return `${this.bucket}/${this.prefix}${key}`.split("/").map(encodeURIComponent).join("/");
  }

  /** Waits for an answer; without one, the failure is UNAVAILABLE for whoever asked. */
  async ask<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.onError(error);
      throw new DomainError("UNAVAILABLE", "The bucket that holds the files does not answer; send the request again");
    }
  }
}
