import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AppError } from "#shared/errors/app-error.ts";
import type { ProjectInfo, RecentProject } from "#shared/features/projects/contract.ts";
import { toFileName } from "#shared/features/projects/file-name.ts";
import { newId } from "../../ids.ts";
import type { SettingsStore } from "../../settings/settings.ts";

const MOST_RECENT = 20;

/** The projects this user has opened before, newest first. */
export function createProjectLibrary(settings: SettingsStore, projectsDir: string) {
  return {
    list: (): RecentProject[] =>
      settings.get().recent.map((entry) => ({
        recentId: entry.recentId,
        name: entry.name,
        taskType: entry.taskType,
        fileName: basename(entry.path),
        folder: dirname(entry.path),
        openedAtMs: entry.openedAtMs,
        missing: !existsSync(entry.path),
      })),

    getPath(recentId: string): string {
      const entry = settings.get().recent.find((recent) => recent.recentId === recentId);
      if (!entry) throw new AppError("notFound", { thing: "project" });
      return entry.path;
    },

    remember(path: string, info: ProjectInfo) {
      settings.update((current) => {
        const known = current.recent.find((entry) => entry.path === path);
        const entry = {
          recentId: known?.recentId ?? newId(),
          path,
          name: info.name,
          taskType: info.taskType,
          openedAtMs: Date.now(),
        };
        const others = current.recent.filter((recent) => recent.path !== path);
        return { ...current, recent: [entry, ...others].slice(0, MOST_RECENT) };
      });
    },

    forget(recentId: string) {
      settings.update((current) => ({
        ...current,
        recent: current.recent.filter((entry) => entry.recentId !== recentId),
      }));
    },

    /** For a file that was moved away by Tacit itself. */
    forgetPath(path: string) {
      settings.update((current) => ({
        ...current,
        recent: current.recent.filter((entry) => entry.path !== path),
      }));
    },

    /** A path in `folder` (or the Tacit folder) that is still free: "Name.tacit", "Name 2.tacit", … */
    freePath(name: string, folder = projectsDir): string {
      const stem = toFileName(name);
      const taken = namesIn(folder);
      for (let number = 1; ; number += 1) {
        const fileName = number === 1 ? `${stem}.tacit` : `${stem} ${number}.tacit`;
        if (!taken.has(sameName(fileName))) return join(folder, fileName);
      }
    },
  };
}
export type ProjectLibrary = ReturnType<typeof createProjectLibrary>;

/** Names that Windows and macOS take for the same, so that a folder can move from one system to another. */
const sameName = (name: string): string => name.normalize("NFC").toLowerCase();

function namesIn(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  return new Set(readdirSync(folder).map(sameName));
}
