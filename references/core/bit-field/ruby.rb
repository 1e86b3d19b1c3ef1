# Bits of a fixed number.
class BitField
  def initialize(size)
    raise ArgumentError, "size must not be negative" if size.negative?

    @bits = Array.new(size, false)
  end

  def get(index)
    check(index)
    @bits[index]
  end

  def put(index, bit)
    check(index)
    @bits[index] = bit
  end

  def fill(start, finish, bit)
    raise IndexError, "there are no such bits" unless start >= 0 && finish.between?(start, @bits.size)

    @bits.fill(bit, start...finish)
  end

  def ones
    @bits.count(true)
  end

  def pack
    [@bits.map { |bit| bit ? "1" : "0" }.join].pack("b*")
  end

  private

  def check(index)
    raise IndexError, "there is no such bit" unless index.between?(0, @bits.size - 1)
  end
end
