import java.io.ByteArrayOutputStream;
import java.util.List;

class Solution {
    /** Encodes code points as UTF-8. */
    public static byte[] encodeUtf8(List<Long> codePoints) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (long point : codePoints) {
            if (point < 0 || point > 0x10FFFF) {
                throw new IndexOutOfBoundsException("not a code point");
            }
            if (point >= 0xD800 && point <= 0xDFFF) {
                throw new IllegalArgumentException("a surrogate cannot be encoded");
            }
            int bits = (int) point;
            if (bits < 0x80) {
                encoded.write(bits);
            } else if (bits < 0x800) {
                encoded.write(0xC0 | bits >> 6);
                encoded.write(0x80 | bits & 0x3F);
            } else if (bits < 0x10000) {
                encoded.write(0xE0 | bits >> 12);
                encoded.write(0x80 | bits >> 6 & 0x3F);
                encoded.write(0x80 | bits & 0x3F);
            } else {
                encoded.write(0xF0 | bits >> 18);
                encoded.write(0x80 | bits >> 12 & 0x3F);
                encoded.write(0x80 | bits >> 6 & 0x3F);
                encoded.write(0x80 | bits & 0x3F);
            }
        }
        return encoded.toByteArray();
    }
}
