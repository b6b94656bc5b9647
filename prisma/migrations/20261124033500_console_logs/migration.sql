-- AlterTable
ALTER TABLE "log_chunk" DROP CONSTRAINT "log_chunk_pkey",
DROP COLUMN "first_at_ms",
DROP COLUMN "seq",
DROP COLUMN "stream",
ADD COLUMN     "first_line" BIGINT NOT NULL,
ADD COLUMN     "first_stdout" BIGINT NOT NULL,
ADD COLUMN     "last_at_ms" BIGINT NOT NULL,
ADD COLUMN     "size_bytes" INTEGER NOT NULL,
ADD COLUMN     "stdout_count" INTEGER NOT NULL,
ADD CONSTRAINT "log_chunk_pkey" PRIMARY KEY ("run_id", "first_line");

-- CreateTable
CREATE TABLE "log_writer" (
    "run_id" UUID NOT NULL,
    "writer_id" TEXT NOT NULL,
    "next_line" BIGINT NOT NULL,

    CONSTRAINT "log_writer_pkey" PRIMARY KEY ("run_id","writer_id")
);

-- Bodies are compressed already.
ALTER TABLE "log_chunk" ALTER COLUMN "body" SET STORAGE EXTERNAL;
