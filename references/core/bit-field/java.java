import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/** Bits of a fixed number. */
class BitField {
    private final int size;
    private final BitSet bits = new BitSet();

    public BitField(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative");
        }
        this.size = (int) size;
    }

    public boolean get(long index) {
        return bits.get((int) Objects.checkIndex(index, size));
    }

    public void put(long index, boolean bit) {
        bits.set((int) Objects.checkIndex(index, size), bit);
    }

    public void fill(long start, long end, boolean bit) {
        Objects.checkFromToIndex(start, end, (long) size);
        bits.set((int) start, (int) end, bit);
    }

    public long ones() {
        return bits.cardinality();
    }

    public byte[] pack() {
        return Arrays.copyOf(bits.toByteArray(), (size + 7) / 8);
    }
}
