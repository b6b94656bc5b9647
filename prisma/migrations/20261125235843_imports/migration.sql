-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('running', 'finished', 'failed');

-- CreateEnum
CREATE TYPE "import_item_state" AS ENUM ('done', 'failed');

-- CreateTable
CREATE TABLE "import_job" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'running',
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "report" JSONB,

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_item" (
    "job_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "target_id" TEXT NOT NULL DEFAULT '',
    "state" "import_item_state" NOT NULL,
    "digest" BYTEA NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "notes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_item_pkey" PRIMARY KEY ("job_id","kind","source_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_job_project_id_source_key" ON "import_job"("project_id", "source");

-- AddForeignKey
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
