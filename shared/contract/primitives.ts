import { z } from "zod";

/** Public id: a UUIDv7, so ids sort by creation. */
export const Id = z.string().min(1).max(64);
/** Milliseconds since the Unix epoch. */
export const AtMs = z.number().int();
export const Count = z.number().int().nonnegative();

/** A file the user chose in a dialog, dropped or uploaded; the renderer never sees its path. */
export const FileGrant = z.object({ fileId: Id, name: z.string(), bytes: Count });
export type FileGrant = z.infer<typeof FileGrant>;

export const Page = z.object({
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
