/** Five groups of five digits, large enough to be read out on the telephone. */
export function Fingerprint(props: { of: string; label: string }) {
  return (
    <p
      aria-label={`${props.label}: ${props.of}`}
      className="flex flex-wrap gap-x-3 gap-y-1 font-mono text-base tracking-wider tabular-nums"
    >
      {props.of.split(" ").map((group, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same digits may stand in two groups
        <span key={index}>{group}</span>
      ))}
    </p>
  );
}
