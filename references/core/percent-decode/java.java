import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

class Solution {
    /** Returns the bytes that a text with percent signs stands for. */
    public static byte[] percentDecode(String text, boolean plusIsSpace) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int index = 0; index < encoded.length; index++) {
            if (encoded[index] == '%') {
                decoded.write(16 * digit(encoded, index + 1) + digit(encoded, index + 2));
                index += 2;
            } else {
                decoded.write(encoded[index] == '+' && plusIsSpace ? ' ' : encoded[index]);
            }
        }
        return decoded.toByteArray();
    }

    private static int digit(byte[] encoded, int index) {
        int digit = index < encoded.length ? Character.digit(encoded[index], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("a percent sign needs two hexadecimal digits");
        }
        return digit;
    }
}
