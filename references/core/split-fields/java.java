import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class Solution {
    /** Returns the fields of a line, quoted ones without their marks. */
    public static List<String> splitFields(String line, String separator) {
        if (separator.codePointCount(0, separator.length()) != 1 || separator.equals("\"")) {
            throw new IllegalArgumentException("the separator must be one code point and no quotation mark");
        }
        String mark = Pattern.quote(separator);
        Pattern form = Pattern.compile("(?:\"((?:[^\"]|\"\")*+)\"|((?:(?!" + mark + ")[^\"])*+))(" + mark + "|\\z)");
        Matcher matcher = form.matcher(line);
        List<String> fields = new ArrayList<>();
        int position = 0;
        do {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new IllegalArgumentException("a quotation mark is out of place");
            }
            String quoted = matcher.group(1);
            fields.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
            position = matcher.end();
        } while (!matcher.group(3).isEmpty());
        return fields;
    }
}
