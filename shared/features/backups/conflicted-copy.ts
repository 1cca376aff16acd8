/** How sync programs name the second file when two computers changed the first; `stem` is the first one's name. */
const AFTER_THE_STEM: readonly RegExp[] = [
  // Dropbox, Nextcloud, ownCloud, Google Drive, in the languages their users have.
  /^ ?\(.*(conflict|konflikt|conflit|conflict[oe]|conflitto|コンフリクト|冲突|충돌).*\)$/i,
  // Syncthing: name.sync-conflict-20240101-123456-ABCDEFG
  /^[.~ ]?sync-conflict-\d{8}-\d{6}(-\w+)?$/i,
  // Nextcloud and ownCloud of old: name_conflict-20240101-123456
  /^_conflict-\d{8}-\d{6}$/i,
  // Resilio, Unison
  /^\.conflict\d*$/i,
  // OneDrive adds the computer's name; Windows makes these up itself.
  /^-(desktop|laptop)-[0-9a-z]{6,8}(-\d+)?$/i,
  /^-(macbook|imac|mac)[\w-]*$/i,
  // Box
  /^ \(.+'s conflicted copy.*\)$/i,
];

/** Dropbox and Google Drive put the number where browsers do; only beside a project does it look like a conflict. */
const NUMBERED = /^ \(\d{1,2}\)$/;

const ENDING = /\.tacit$/i;

/** True for a name that a sync program gives to the second of two versions of the file `projectFile`. */
export function isConflictedCopy(name: string, projectFile: string): boolean {
  if (name === projectFile || !ENDING.test(name) || !ENDING.test(projectFile)) return false;
  const stem = projectFile.replace(ENDING, "").normalize("NFC");
  const other = name.replace(ENDING, "").normalize("NFC");
  if (!other.toLowerCase().startsWith(stem.toLowerCase())) return false;
  const rest = other.slice(stem.length);
  return NUMBERED.test(rest) || AFTER_THE_STEM.some((pattern) => pattern.test(rest));
}
