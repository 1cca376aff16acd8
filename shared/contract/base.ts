import { oc } from "@orpc/contract";
import { AppErrorData } from "../errors/app-error.ts";

/** Every procedure can fail with one shape: a code from the catalogue, its parameters and an incident id. */
export const base = oc.errors({ APP: { status: 500, data: AppErrorData } });
