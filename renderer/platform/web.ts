import { FileGrant } from "../../shared/contract/primitives.ts";
import type { FileChoice } from "../../shared/platform.ts";

const ACCEPTED: Record<FileChoice, string> = {
  data: ".csv,.tsv,.txt,.json,.jsonl,.ndjson",
  project: ".tacit",
};

/** Hands the file to the backend on this same computer. */
export async function uploadFile(file: File): Promise<FileGrant> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    body: file,
  });
  if (!response.ok) throw new Error(`upload answered ${response.status}`);
  return FileGrant.parse(await response.json());
}

export function chooseFileInBrowser(choice: FileChoice): Promise<FileGrant | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ACCEPTED[choice];
    input.addEventListener("cancel", () => resolve(null));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) uploadFile(file).then(resolve, reject);
      else resolve(null);
    });
    input.click();
  });
}

export async function downloadInBrowser(
  downloadId: string,
  suggestedName: string,
): Promise<boolean> {
  const link = document.createElement("a");
  link.href = `/download/${downloadId}`;
  link.download = suggestedName;
  link.click();
  return true;
}
