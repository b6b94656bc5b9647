export interface S3Settings {
  bucket: string;
  region: string;
  /** AWS' own when left out. */
  endpoint: string | undefined;
  /** The machine's or container's own when left out. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** Before every key: empty or with a slash at its end. */
  prefix: string;
  /** `<endpoint>/<bucket>/<key>` instead of `<bucket>.<endpoint>/<key>`. */
  forcePathStyle: boolean;
  /** Where clients reach the bucket; null when they do not, so that every byte goes through the server. */
  clientEndpoint: string | undefined | null;
}
