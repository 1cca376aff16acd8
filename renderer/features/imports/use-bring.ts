import { useMutation } from "@tanstack/react-query";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import type { ReadAs } from "../../../shared/features/imports/contract.ts";
import { t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { platform } from "../../platform/platform.ts";
import { changeDraft, startDraft } from "./draft.ts";
import { type Clipboard, pastedFile } from "./pasted-file.ts";

/** The ways in which a file comes to the screen. */
type Source =
  | { ask: "file" | "folder" }
  | { dropped: Promise<FileGrant | null> }
  | { clipboard: Clipboard };

interface Brought {
  file: FileGrant;
  readAs: Partial<ReadAs>;
}

/** Takes a file and starts anew with it; the one that was being prepared stays a press away. */
export function useBring(projectId: string) {
  return useMutation({
    mutationFn: fetchSource,
    onSuccess: (brought) => {
      if (!brought) return;
      const former = startDraft(projectId, brought.file, brought.readAs);
      if (!former.file || former.page === "source") return;
      showToast({
        tone: "info",
        topic: "brought",
        title: t("imports.replaced", { name: brought.file.name }),
        action: {
          label: t("imports.replaced.back", { name: former.file.name }),
          run: () => changeDraft(projectId, former),
        },
      });
    },
  });
}

async function fetchSource(source: Source): Promise<Brought | null> {
  if ("clipboard" in source) return keepPasted(source.clipboard);
  const file = await ("dropped" in source ? source.dropped : ask(source.ask));
  return file && { file, readAs: {} };
}

const ask = (what: "file" | "folder") =>
  what === "file" ? platform.pickFile("data") : platform.pickDataFolder();

async function keepPasted(clipboard: Clipboard): Promise<Brought | null> {
  const pasted = pastedFile(clipboard);
  if (!pasted) {
    showToast({ tone: "info", topic: "brought", title: t("imports.paste.nothing") });
    return null;
  }
  const name = `${t("imports.paste.name", { when: fileDate(new Date()) })}${pasted.ending}`;
  return { file: await platform.grantText(name, pasted.text), readAs: pasted.readAs };
}

/** Sortable, and without the slashes and colons that no file name may hold. */
const fileDate = (date: Date) => date.toLocaleString("sv-SE").replaceAll(":", ".");
