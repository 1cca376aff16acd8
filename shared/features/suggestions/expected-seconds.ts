/** How long one answer took, and how long its text was. */
export interface TimedAnswer {
  characters: number;
  seconds: number;
}

/** Longer than this is a break, not an answer. */
const LONGEST_SECONDS = 120;
const FEWEST_ANSWERS = 10;
/** A quarter of a thousand words a minute, and a moment to decide. */
const USUAL = { seconds: 3, secondsPerCharacter: 1 / 25 };
const LEAST_SECONDS = 0.5;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/**
 * Seconds that a person is expected to need for a text, from their own answers: the Theil–Sen line through
 * them (Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 1968), which a few odd
 * times do not bend; breaks are left out. Before there are ten answers, what readers usually need.
 */
export function expectedSeconds(answers: readonly TimedAnswer[]): (characters: number) => number {
  const used = answers.filter(({ seconds }) => seconds > 0 && seconds <= LONGEST_SECONDS);
  if (used.length < FEWEST_ANSWERS)
    return (characters) => USUAL.seconds + characters * USUAL.secondsPerCharacter;
  const slopes: number[] = [];
  for (let i = 0; i < used.length; i += 1)
    for (let j = i + 1; j < used.length; j += 1) {
      const [a, b] = [used[i]!, used[j]!];
      if (a.characters !== b.characters)
        slopes.push((b.seconds - a.seconds) / (b.characters - a.characters));
    }
  // A longer text never takes less: where it seems so, length says nothing.
  const slope = Math.max(0, median(slopes));
  const start = median(used.map(({ characters, seconds }) => seconds - slope * characters));
  return (characters) => Math.max(LEAST_SECONDS, start + slope * characters);
}
