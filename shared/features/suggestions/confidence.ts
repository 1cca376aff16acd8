export type Sureness = "sure" | "fairlySure" | "guess";

/** Below this a suggestion distracts more than it helps, and none is made. */
export const LEAST_CONFIDENCE = 0.25;

/** A confidence in words. */
export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.9) return "sure";
  return confidence >= 0.6 ? "fairlySure" : "guess";
}
