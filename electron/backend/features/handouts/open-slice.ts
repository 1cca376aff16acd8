import { rmSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { InspectedBundle } from "#shared/features/handouts/contract.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import { closeToOneFile, openForWriting } from "../../db/open.ts";
import type { FileGrants } from "../../files/grants.ts";
import { fingerprintOf } from "../../identity/keys.ts";
import type { People } from "../../identity/people.ts";
import type { ProjectSession } from "../../session.ts";
import { createProjectFile } from "../projects/create-project-file.ts";
import type { ProjectLibrary } from "../projects/library.ts";
import { createInspections, type Inspection } from "./inspections.ts";
import { fillSlice } from "./fill-slice.ts";
import type { KnownOwners } from "./known-owners.ts";

interface DeskDeps {
  grants: FileGrants;
  library: ProjectLibrary;
  people: People;
  owners: KnownOwners;
  current: () => ProjectSession | null;
  session: () => ProjectSession;
  openProject: (path: string) => Promise<ProjectInfo>;
}

/** Where bundles arrive, whether a project is open or not. */
export function createBundleDesk(deps: DeskDeps) {
  const inspections = createInspections(deps.grants);

  function describe(inspection: Inspection): InspectedBundle {
    const { bundle, inspectionId, fileName, locked } = inspection;
    const { sender, project, createdAtMs } = bundle.manifest;
    const judged =
      bundle.kind === "return"
        ? deps.session().handouts.describeReturn(inspection)
        : { sender: deps.owners.judge(sender), alreadyMerged: false, unknownLabels: [] };
    return {
      ...judged,
      inspectionId,
      fileName,
      locked,
      kind: bundle.kind,
      projectName: project.name,
      createdAtMs,
      examples: bundle.kind === "slice" ? bundle.rows.examples.length : bundle.rows.answers.length,
      sender: {
        ...judged.sender,
        name: sender.name,
        fingerprint: fingerprintOf(sender.publicKey),
      },
    };
  }

  return {
    inspect: async (fileId: string, passphrase: string | undefined) =>
      describe(await inspections.inspect(fileId, passphrase)),
    getInspection: (inspectionId: string) => inspections.get(inspectionId),

    /** Throws `senderUnknown` until the sender is confirmed, `nobodyNamed` until the user has a name. */
    async openSlice(inspectionId: string, trust: boolean): Promise<ProjectInfo> {
      const { bundle, fileName } = inspections.get(inspectionId);
      if (bundle.kind !== "slice")
        throw new AppError("bundleOfOtherKind", { name: fileName, problem: bundle.kind });
      const { sender, handoutId, project } = bundle.manifest;
      if (!deps.people.current()) throw new AppError("nobodyNamed");
      if (!deps.owners.judge(sender).known && !trust)
        throw new AppError("senderUnknown", {
          sender: sender.name,
          fingerprint: fingerprintOf(sender.publicKey),
        });
      deps.owners.trust(sender);
      const [definition] = bundle.rows.definition;
      if (!definition)
        throw new AppError("bundleRefused", { problem: "badContent", detail: "", name: fileName });
      const path = deps.library.freePath(`${project.name} - ${sender.name}`);
      createProjectFile(path, { name: project.name, taskType: definition.taskType });
      try {
        const db = openForWriting(path);
        try {
          const slice = { handoutId, project, sender, openedAtMs: Date.now() };
          db.transaction(() => fillSlice(db, slice, bundle.rows))();
        } finally {
          closeToOneFile(db);
        }
        const info = await deps.openProject(path);
        inspections.forget();
        return info;
      } catch (error) {
        if (deps.current()?.path !== path) rmSync(path, { force: true });
        if (error instanceof AppError)
          throw new AppError(
            error.code,
            { ...error.params, name: basename(path) },
            { cause: error },
          );
        throw error;
      }
    },
  };
}
