import { FileInput } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { FileGrant } from "../../../shared/contract/primitives.ts";
import { t } from "../../client/text.ts";
import { Button, Dialog, ErrorNotice, Notice, TextField } from "../../ui/index.ts";
import { type Arrival, useArrival } from "./use-arrival.ts";
import { MergeSteps } from "./MergeSteps.tsx";
import { OpenSliceSteps } from "./OpenSliceSteps.tsx";

/** Opens a file that a colleague sent, whichever way it goes: work to do, or work that came back. */
export function ArrivedDialog(props: {
  /** Chosen already, when it was opened from outside. */
  file?: FileGrant;
  onOpenChange: (open: boolean) => void;
}) {
  const arrival = useArrival(props.file);
  const { inspected } = arrival;
  const close = () => props.onOpenChange(false);
  return (
    <Dialog
      open
      onOpenChange={props.onOpenChange}
      width="wide"
      title={t("handouts.arrived.title")}
      description={t("handouts.arrived.lead")}
    >
      {inspected?.kind === "return" ? (
        <MergeSteps inspected={inspected} onClose={close} />
      ) : inspected ? (
        <OpenSliceSteps inspected={inspected} onClose={close} />
      ) : (
        <Choose arrival={arrival} />
      )}
    </Dialog>
  );
}

function Choose({ arrival }: { arrival: Arrival }) {
  const { file, isReading, isLocked, error } = arrival;
  return (
    <div className="flex flex-col gap-4 pb-4">
      <Notice>{t("handouts.arrived.safe")}</Notice>
      {isLocked && file ? (
        <Unlock arrival={arrival} fileName={file.name} />
      ) : (
        <div>
          <Button look="primary" disabled={isReading} onClick={() => void arrival.choose()}>
            <FileInput aria-hidden className="size-4" />
            {t(file ? "handouts.arrived.other" : "handouts.arrived.choose")}
          </Button>
        </div>
      )}
      {isReading ? <p role="status">{t("handouts.arrived.reading")}</p> : null}
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  );
}

function Unlock({ arrival, fileName }: { arrival: Arrival; fileName: string }) {
  const [passphrase, setPassphrase] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    if (passphrase !== "") arrival.unlock(passphrase);
  }
  return (
    <form className="flex flex-col gap-3" onSubmit={submit}>
      <p className="break-all">{t("handouts.arrived.locked", { file: fileName })}</p>
      <div className="flex items-end gap-2">
        <TextField
          label={t("handouts.arrived.passphrase")}
          fieldClassName="flex-1"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <Button type="submit" look="primary" disabled={passphrase === "" || arrival.isReading}>
          {t(arrival.isReading ? "handouts.arrived.unlocking" : "handouts.arrived.unlock")}
        </Button>
        <Button disabled={arrival.isReading} onClick={() => arrival.startOver()}>
          {t("handouts.arrived.other")}
        </Button>
      </div>
    </form>
  );
}
