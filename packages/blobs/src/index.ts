export type { BlobStore, ByteRange, PutOptions, StoredBlob } from "./blob-store.ts";
export { openDiskBlobStore } from "./disk-blob-store.ts";
