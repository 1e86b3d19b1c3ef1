import java.util.ArrayList;
import java.util.List;

class Solution {
    private static final int BYTES_PER_LINE = 8;

    /** Returns the lines of a hex dump. */
    public static List<String> hexDump(byte[] data, long start) {
        if (start < 0) {
            throw new IllegalArgumentException("start must not be negative");
        }
        List<String> lines = new ArrayList<>();
        for (int position = 0; position < data.length; position += BYTES_PER_LINE) {
            StringBuilder digits = new StringBuilder();
            StringBuilder shown = new StringBuilder();
            for (int index = position; index < Math.min(position + BYTES_PER_LINE, data.length); index++) {
                int value = data[index] & 0xFF;
                digits.append(String.format(index == position ? "%02x" : " %02x", value));
                shown.append(value >= 0x20 && value <= 0x7E ? (char) value : '.');
            }
            lines.add(String.format("%04x: %-23s  %s", start + position, digits, shown));
        }
        return lines;
    }
}
