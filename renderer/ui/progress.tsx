import { Progress as Radix } from "radix-ui";

/** Real progress when `total` is known; a still, half-lit bar when it is not. */
export function ProgressBar(props: { label: string; done: number; total?: number | undefined }) {
  const share = props.total ? Math.min(1, props.done / props.total) : null;
  return (
    <Radix.Root
      aria-label={props.label}
      value={share === null ? null : Math.round(share * 100)}
      className="h-1.5 w-full overflow-hidden rounded-full bg-hover"
    >
      <Radix.Indicator
        className={`h-full rounded-full bg-accent transition-[width] ${share === null ? "w-1/2 animate-pulse" : ""}`}
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </Radix.Root>
  );
}
