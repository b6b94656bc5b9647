export type { BlobStore, ByteRange, PutOptions, StoredBlob } from "./blob-store.ts";
export type { DirectTransfer, DownloadAs, PartUpload, UploadedPart } from "./direct-transfer.ts";
export { openDiskBlobStore } from "./disk-blob-store.ts";
export { type BlobStoreOptions, openBlobStore } from "./open-blob-store.ts";
export { openS3BlobStore, type S3Sizes, type S3StoreOptions } from "./s3/s3-blob-store.ts";
export type { S3Settings } from "./s3/s3-settings.ts";
export { checkS3Variables, readS3Settings, S3_VARIABLES, s3SettingsOf } from "./s3/s3-variables.ts";
