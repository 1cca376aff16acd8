/** Answers before the first suggestions are made; with fewer they would mostly be wrong. */
export const FEWEST_ANSWERS = 20;
const FEWEST_NEW = 25;
const NEW_SHARE = 0.1;
/** In a large project too, a day's work is learned from. */
const MOST_NEW = 500;

export const missingAnswers = (answers: number): number => Math.max(0, FEWEST_ANSWERS - answers);

/** Whether enough changed since the last time: a tenth of the answers, but at least 25 and at most 500 of them. */
export function isWorthLearning(answers: number, learnedFrom: number): boolean {
  if (missingAnswers(answers) > 0) return false;
  if (learnedFrom === 0) return true;
  const enough = Math.max(FEWEST_NEW, Math.min(MOST_NEW, learnedFrom * NEW_SHARE));
  return Math.abs(answers - learnedFrom) >= enough;
}
