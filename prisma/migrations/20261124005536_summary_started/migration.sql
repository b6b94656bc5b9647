-- AlterTable
ALTER TABLE "run" ADD COLUMN     "summary_started_at" TIMESTAMPTZ(3);
