-- CreateTable
CREATE TABLE "artifact_upload" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "owner_kind" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "incoming" TEXT NOT NULL,
    "store_upload_id" TEXT NOT NULL,
    "part_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "claim" UUID,
    "claimed_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "sha256" BYTEA,
    "size_bytes" BIGINT,

    CONSTRAINT "artifact_upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "artifact_upload_created_at_idx" ON "artifact_upload"("created_at");
