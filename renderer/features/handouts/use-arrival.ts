import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import { codeOf } from "../../client/errors.ts";
import { rpc } from "../../client/rpc.ts";
import { platform } from "../../platform/platform.ts";

/** A file on its way in: chosen, unlocked where that is needed, and checked. */
export function useArrival(given: FileGrant | undefined) {
  const [file, setFile] = useState<FileGrant | null>(given ?? null);
  const inspect = useMutation({
    mutationFn: (from: { file: FileGrant; passphrase?: string }) =>
      rpc.handouts.inspect({
        fileId: from.file.fileId,
        ...(from.passphrase === undefined ? {} : { passphrase: from.passphrase }),
      }),
    meta: { showsItsOwnError: true },
  });
  const { mutate } = inspect;
  useEffect(() => {
    if (given) mutate({ file: given });
  }, [given, mutate]);
  const code = inspect.isError ? codeOf(inspect.error) : null;
  return {
    file,
    isReading: inspect.isPending,
    isLocked: code === "bundleLocked" || code === "passphraseWrong",
    /** What is wrong with the file, or with the passphrase; asking for one is no failure. */
    error: inspect.isError && code !== "bundleLocked" ? inspect.error : null,
    inspected: inspect.data ?? null,
    async choose() {
      const chosen = await platform.pickFile("bundle");
      if (!chosen) return;
      setFile(chosen);
      inspect.mutate({ file: chosen });
    },
    unlock(passphrase: string) {
      if (file) inspect.mutate({ file, passphrase });
    },
    startOver() {
      setFile(null);
      inspect.reset();
    },
  };
}
export type Arrival = ReturnType<typeof useArrival>;
