import java.util.Collections;
import java.util.List;

class Solution {
    /** Rearranges the list in place and tells whether a greater arrangement existed. */
    public static boolean nextArrangement(List<Long> numbers) {
        int pivot = numbers.size() - 2;
        while (pivot >= 0 && numbers.get(pivot) >= numbers.get(pivot + 1)) {
            pivot--;
        }
        if (pivot < 0) {
            Collections.reverse(numbers);
            return false;
        }
        int successor = numbers.size() - 1;
        while (numbers.get(successor) <= numbers.get(pivot)) {
            successor--;
        }
        Collections.swap(numbers, pivot, successor);
        Collections.reverse(numbers.subList(pivot + 1, numbers.size()));
        return true;
    }
}
