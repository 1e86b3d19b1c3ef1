# frozen_string_literal: true

require_relative "wire"

module EvalharnessDriver
  # The calls that descriptor 3 holds.
  module Wire
    # Reads values one after the other. The calls come from the harness, so a fault in them is a fault of ours.
    class Decoder
      attr_accessor :at

      # `record`: builds a record from its name, field names and values.
      def initialize(bytes, at = 0, &record)
        @bytes = bytes
        @at = at
        @record = record
      end

      def value
        tag = @bytes[@at]
        @at += 1
        case tag
        when "N" then nil
        when "T" then true
        when "F" then false
        when "I" then upto(";").to_i
        when "D" then STRING_UNPACK.bind_call(ARRAY_PACK.bind_call([take(16)], "H*"), "G")
        when "S" then take(count).force_encoding(Encoding::UTF_8)
        when "B" then take(count)
        when "L", "U" then Array.new(count) { value }
        when "E" then set
        when "M" then Array.new(count) { [value, value] }.to_h
        when "R" then record
        else raise "a value has an unknown tag"
        end
      end

      private

      def set
        items = Set.new
        count.times { SET_ADD.bind_call(items, value) }
        items
      end

      def record
        name = take(count)
        pairs = Array.new(count) { [value, value] }
        @record.call(name, pairs.map(&:first), pairs.map(&:last))
      end

      def upto(mark)
        stop = @bytes.index(mark, @at)
        text = @bytes[@at...stop]
        @at = stop + 1
        text
      end

      def count
        upto(":").to_i
      end

      def take(length)
        @at += length
        @bytes[@at - length, length]
      end
    end

    # Returns a type as symbols but for a record's name: comparing them calls nothing that a program reopens by accident.
    def self.type(plain)
      return plain.to_sym unless plain.is_a?(Array)

      plain[0] == "record" ? [:record, plain[1]] : plain.map { |part| type(part) }
    end

    # Splits a file of frames into pairs of a kind and a payload, up to the `Z`.
    def self.frames(bytes)
      frames = []
      at = 0
      while at < bytes.bytesize
        colon = bytes.index(":", at)
        length = bytes[(at + 1)...colon].to_i
        break if bytes[at] == "Z"

        frames << [bytes[at].to_sym, bytes[colon + 1, length]]
        at = colon + 1 + length
      end
      frames
    end
  end
end
