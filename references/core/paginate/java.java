import java.util.List;

record Page(List<String> items, long number, long pages, Long previous, Long next) {
}

class Solution {
    /** Returns one page of a list. */
    public static Page paginate(List<String> items, long size, long number) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1");
        }
        int count = items.size();
        long pages = Math.max(1, count / size + (count % size == 0 ? 0 : 1));
        if (number < 1 || number > pages) {
            throw new IndexOutOfBoundsException("there is no such page");
        }
        int first = (int) ((number - 1) * size);
        int end = (int) Math.min(count, first + Math.min(size, count));
        return new Page(
            List.copyOf(items.subList(first, end)),
            number,
            pages,
            number > 1 ? number - 1 : null,
            number < pages ? number + 1 : null);
    }
}
