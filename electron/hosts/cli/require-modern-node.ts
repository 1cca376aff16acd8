const OLDEST_MAJOR = 22;

/** The database engine crashes on older versions, so say so before it can. */
export function requireModernNode(version: string): void {
  if (Number(version.split(".")[0]) >= OLDEST_MAJOR) return;
  process.stderr.write(
    `Tacit needs Node ${OLDEST_MAJOR} or newer; this is ${version}. Nothing was changed. Inside the project folder use “npm run -s tacit -- …”, which brings its own.\n`,
  );
  process.exit(1);
}
