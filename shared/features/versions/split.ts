import { z } from "zod";

export const Split = z.enum(["train", "validation", "test"]);
export type Split = z.infer<typeof Split>;
