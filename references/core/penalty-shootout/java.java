import java.util.List;

class Solution {
    private static final int REGULAR_KICKS = 5;

    /** Returns the winner and the number of kicks taken when it was decided. */
    public static List<Object> shootout(List<Boolean> kicks) {
        int[] goals = new int[2];
        for (int taken = 1; taken <= kicks.size(); taken++) {
            if (kicks.get(taken - 1)) {
                goals[(taken - 1) % 2]++;
            }
            String winner = winner(taken, goals[0], goals[1]);
            if (winner != null) {
                if (taken < kicks.size()) {
                    throw new IllegalArgumentException("a kick was taken after the decision");
                }
                return List.of(winner, (long) taken);
            }
        }
        return List.of("open", (long) kicks.size());
    }

    private static String winner(int taken, int goalsA, int goalsB) {
        if (taken > 2 * REGULAR_KICKS && taken % 2 == 1) {
            return null;
        }
        int leftA = Math.max(0, REGULAR_KICKS - (taken + 1) / 2);
        int leftB = Math.max(0, REGULAR_KICKS - taken / 2);
        if (goalsA > goalsB + leftB) {
            return "A";
        }
        return goalsB > goalsA + leftA ? "B" : null;
    }
}
