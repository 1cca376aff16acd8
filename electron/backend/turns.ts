/** Runs what it is given one after the other, however quickly it is asked; a failure holds nobody up. */
export function createTurns() {
  let turn: Promise<unknown> = Promise.resolve();
  return function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = turn.then(act);
    turn = result.catch(() => undefined);
    return result;
  };
}
