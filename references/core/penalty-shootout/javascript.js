class InvalidArgumentError extends Error {}

const REGULAR_KICKS = 5;

/** Returns the winner and the number of kicks taken when it was decided. */
function shootout(kicks) {
  const goals = [0, 0];
  for (let taken = 1; taken <= kicks.length; taken++) {
    if (kicks[taken - 1]) goals[(taken - 1) % 2] += 1;
    const winner = winnerAfter(taken, goals[0], goals[1]);
    if (winner === null) continue;
    if (taken < kicks.length) throw new InvalidArgumentError("a kick was taken after the decision");
    return [winner, taken];
  }
  return ["open", kicks.length];
}

function winnerAfter(taken, goalsA, goalsB) {
  if (taken > 2 * REGULAR_KICKS && taken % 2 === 1) return null;
  const leftA = Math.max(0, REGULAR_KICKS - Math.ceil(taken / 2));
  const leftB = Math.max(0, REGULAR_KICKS - Math.floor(taken / 2));
  if (goalsA > goalsB + leftB) return "A";
  if (goalsB > goalsA + leftA) return "B";
  return null;
}
