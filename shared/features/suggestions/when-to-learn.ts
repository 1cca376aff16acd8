/** Answers before the first suggestions are made; with fewer they would mostly be wrong. */
export const FEWEST_ANSWERS = 20;
const FEWEST_NEW = 25;
const NEW_SHARE = 0.1;

export const missingAnswers = (answers: number): number => Math.max(0, FEWEST_ANSWERS - answers);

/** Whether enough changed since the last time: a tenth of the answers, and at least 25 of them. */
export function isWorthLearning(answers: number, learnedFrom: number): boolean {
  if (missingAnswers(answers) > 0) return false;
  if (learnedFrom === 0) return true;
  return Math.abs(answers - learnedFrom) >= Math.max(FEWEST_NEW, learnedFrom * NEW_SHARE);
}
