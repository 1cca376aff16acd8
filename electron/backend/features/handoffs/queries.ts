import type { HandoffFormat } from "#shared/features/handoffs/formats.ts";
import type { Db } from "../../db/open.ts";

export function handoffQueries(db: Db) {
  const insert = db.prepare(
    `insert into handoff (public_id, version_id, format, folder, created_at_ms)
     select @handoffId, id, @format, @folder, @createdAtMs from dataset_version
     where public_id = @versionId`,
  );
  return {
    insert: (handoff: {
      handoffId: string;
      versionId: string;
      format: HandoffFormat;
      folder: string;
      createdAtMs: number;
    }) => void insert.run(handoff),
  };
}
