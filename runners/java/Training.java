import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What candidates commonly write: compiled and run once, so that the archives hold the classes it takes. */
class Solution {
    enum Kind { PLAIN, OTHER }

    record Pair(long first, String second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Long.compare(first, other.first);
        }
    }

    interface Shape {
        double area();
    }

    static final class Square implements Shape {
        private final double side;

        Square(double side) {
            this.side = side;
        }

        @Override
        public double area() {
            return side * side;
        }
    }

    private static final Pattern WORD = Pattern.compile("([a-z]+)-?(\\d*)");

    static List<Long> train(List<Long> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values: " + values.size());
        }
        Map<String, List<Long>> groups = new HashMap<>();
        for (long value : values) {
            groups.computeIfAbsent("key" + value % 2, key -> new ArrayList<>()).add(value);
        }
        PriorityQueue<Pair> queue = new PriorityQueue<>(Comparator.comparing(Pair::second).thenComparing(Pair::first));
        Deque<Long> stack = new ArrayDeque<>(values);
        Set<Long> seen = new HashSet<>();
        while (!stack.isEmpty() && seen.add(stack.peek())) {
            queue.add(new Pair(stack.pop(), String.valueOf(seen.size())));
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<Long>> entry : new TreeMap<>(groups).entrySet()) {
            text.append(entry.getKey()).append('=').append(entry.getValue());
        }
        Matcher matcher = WORD.matcher("word-12");
        long found = matcher.matches() ? Long.parseLong(matcher.group(2)) : 0;
        long total = values.stream().mapToLong(Long::longValue).filter(value -> value > 0).sum();
        String joined = Arrays.stream("a b c".split(" ")).map(String::toUpperCase).collect(Collectors.joining(","));
        int[] points = joined.codePoints().toArray();
        Function<Long, Optional<Long>> half = value -> value % 2 == 0 ? Optional.of(value / 2) : Optional.empty();
        switch (Kind.valueOf(points.length > 0 ? "PLAIN" : "OTHER")) {
            case PLAIN -> total += half.apply(4L).orElse(0L);
            default -> total -= 1;
        }
        Shape shape = new Square(2);
        Object any = shape.area();
        if (any instanceof Double number) {
            total += BigInteger.valueOf(number.longValue()).pow(2).longValue();
        }
        try {
            total += values.get(values.size());
        } catch (IndexOutOfBoundsException error) {
            total += error.getMessage().length();
        }
        List<Long> result = new ArrayList<>(new LinkedHashMap<>(Map.of(1L, total, 2L, found)).values());
        Collections.sort(result);
        result.add((long) text.length() + queue.size());
        return result;
    }
}
