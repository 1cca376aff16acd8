import { DeskSettings } from "#shared/features/annotations/desk-settings.ts";
import type { Db } from "../../db/open.ts";

/** How the desk works in this project. */
export function settingsQueries(db: Db) {
  const get = db.prepare<[], string>("select desk from project").pluck();
  const save = db.prepare("update project set desk = ?");
  const read = () => DeskSettings.parse(JSON.parse(get.get() ?? "{}"));
  return {
    read,
    /** Parts left out stay as they are. */
    save(change: Partial<DeskSettings>): DeskSettings {
      const next = DeskSettings.parse({ ...read(), ...change });
      save.run(JSON.stringify(next));
      return next;
    },
  };
}
