/** No path on any system holds a NUL, so it can stand between the paths of several files. */
const BETWEEN = "\0";

/** One path for several files; only grants make such paths, out of what the user chose. */
export const joinPaths = (paths: readonly string[]): string => paths.join(BETWEEN);
export const splitPaths = (path: string): string[] => path.split(BETWEEN);
