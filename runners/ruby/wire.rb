# frozen_string_literal: true

require "set"

# The driver's own name space; the name is taken away before the program is loaded.
module EvalharnessDriver
  # The wire format of runners/WIRE.md: typed values, encoded and decoded exactly.
  #
  # A program may reopen every class, so whatever reads its values is captured here as it was before.
  module Wire
    MAXIMUM_DEPTH = 200
    MAXIMUM_BYTES = 16 * 1024 * 1024
    # Decimal conversion takes more than linear time; no honest answer has 120,000 digits.
    MAXIMUM_BITS = 400_000

    CLASS_OF = Kernel.instance_method(:class)
    SAME = BasicObject.instance_method(:equal?)
    CLASS_NAME = Module.instance_method(:name)
    CLASS_PARENT = Class.instance_method(:superclass)
    ARRAY_AT = Array.instance_method(:at)
    ARRAY_SIZE = Array.instance_method(:size)
    ARRAY_PACK = Array.instance_method(:pack)
    HASH_SIZE = Hash.instance_method(:size)
    HASH_PAIRS = Hash.instance_method(:to_a)
    INTEGER_BITS = Integer.instance_method(:bit_length)
    INTEGER_DIGITS = Integer.instance_method(:to_s)
    SET_ADD = Set.instance_method(:add)
    SET_ITEMS = Set.instance_method(:to_a)
    STRING_BYTES = String.instance_method(:b)
    STRING_ENCODING = String.instance_method(:encoding)
    STRING_IS_VALID = String.instance_method(:valid_encoding?)
    STRING_SIZE = String.instance_method(:bytesize)
    STRING_UNPACK = String.instance_method(:unpack1)
    STRUCT_VALUES = Struct.instance_method(:to_a)
    VARIABLES = Kernel.instance_method(:instance_variables)
    VARIABLE = Kernel.instance_method(:instance_variable_get)
    TEXT_ENCODINGS = { Encoding::UTF_8 => true, Encoding::US_ASCII => true }.compare_by_identity.freeze
    KINDS = {
      Integer => :integer, Float => :float, String => :string, NilClass => :null, TrueClass => :true,
      FalseClass => :false, Array => :array, Hash => :map, Set => :set
    }.compare_by_identity.freeze

    # Results need more bytes than they may have.
    class TooLarge < Exception
    end

    # Writes values. Types are those of a `T` frame; nil means: by what the value is.
    class Encoder
      attr_reader :out

      # `room`: bytes that may be written. `records`: a record's name to its fields. `classes`: a record's name to the
      # program's own class.
      def initialize(room, records = {}, classes = {})
        @out = String.new(encoding: Encoding::BINARY)
        @room = room
        @records = records
        @classes = classes
      end

      def add(piece)
        @room -= STRING_SIZE.bind_call(piece)
        raise TooLarge if @room.negative?

        @out << piece
      end

      def head(tag, count)
        add("#{tag}#{INTEGER_DIGITS.bind_call(count)}:")
      end

      def body(tag, text)
        head(tag, STRING_SIZE.bind_call(text))
        add(STRING_BYTES.bind_call(text))
      end

      def opaque(name)
        body("X", name.to_s[0, 60])
      end

      def value(value, type, depth = 0)
        type = type[1] while type.is_a?(Array) && type[0] == :optional
        return add("N") if SAME.bind_call(type, :void)

        kind = CLASS_OF.bind_call(value)
        case KINDS[kind]
        when :integer then integer(value)
        when :float then add("D#{STRING_UNPACK.bind_call(ARRAY_PACK.bind_call([value], "G"), "H*")}")
        when :string then string(value, type)
        when :null then add("N")
        when :true then add("T")
        when :false then add("F")
        else container(value, kind, type, depth)
        end
      end

      def integer(value)
        raise TooLarge if INTEGER_BITS.bind_call(value) > MAXIMUM_BITS

        add("I#{INTEGER_DIGITS.bind_call(value)};")
      end

      # Bytes are what the signature calls bytes, whatever the string's encoding; text has to be text.
      def string(value, type)
        return body("B", value) if SAME.bind_call(type, :bytes)

        encoding = STRING_ENCODING.bind_call(value)
        if TEXT_ENCODINGS[encoding] && STRING_IS_VALID.bind_call(value)
          body("S", value)
        elsif SAME.bind_call(encoding, Encoding::BINARY)
          body("B", value)
        else
          opaque("String")
        end
      end

      def container(value, kind, type, depth)
        return opaque("too deep") if depth >= MAXIMUM_DEPTH

        case KINDS[kind]
        when :array then array(value, type, depth)
        when :map then map(value, type, depth)
        when :set then set(value, type, depth)
        else
          is_record = type.is_a?(Array) && type[0] == :record && SAME.bind_call(kind, @classes[type[1]])
          opaque(CLASS_NAME.bind_call(kind) || "Object") unless is_record && record(value, kind, type[1], depth)
        end
      end

      def array(value, type, depth)
        declared = type.is_a?(Array) ? type[0] : nil
        size = ARRAY_SIZE.bind_call(value)
        head(declared == :tuple ? "U" : "L", size)
        index = 0
        while index < size
          inner = declared == :tuple ? type[index + 1] : declared == :list ? type[1] : nil
          value(ARRAY_AT.bind_call(value, index), inner, depth + 1)
          index += 1
        end
      end

      def map(value, type, depth)
        key, item = type.is_a?(Array) && type[0] == :map ? [type[1], type[2]] : nil
        pairs = HASH_PAIRS.bind_call(value)
        size = HASH_SIZE.bind_call(value)
        head("M", size)
        index = 0
        while index < size
          pair = ARRAY_AT.bind_call(pairs, index)
          value(ARRAY_AT.bind_call(pair, 0), key, depth + 1)
          value(ARRAY_AT.bind_call(pair, 1), item, depth + 1)
          index += 1
        end
      end

      def set(value, type, depth)
        inner = type.is_a?(Array) && type[0] == :set ? type[1] : nil
        items = SET_ITEMS.bind_call(value)
        size = ARRAY_SIZE.bind_call(items)
        head("E", size)
        index = 0
        while index < size
          value(ARRAY_AT.bind_call(items, index), inner, depth + 1)
          index += 1
        end
      end

      # Writes a struct, or an object that has exactly the fields as its variables; returns false for any other.
      def record(value, kind, name, depth)
        fields = @records[name]
        values = values_of(value, kind, fields)
        return false unless values

        body("R", name)
        head("", ARRAY_SIZE.bind_call(fields))
        index = 0
        while index < ARRAY_SIZE.bind_call(fields)
          body("S", fields[index][0])
          value(values[index], fields[index][1], depth + 1)
          index += 1
        end
        true
      end

      def values_of(value, kind, fields)
        if SAME.bind_call(CLASS_PARENT.bind_call(kind), Struct)
          values = STRUCT_VALUES.bind_call(value)
          return kind.members.map(&:to_s) == fields.map(&:first) ? values : nil
        end
        names = fields.map { |field, _| :"@#{field}" }
        variables = VARIABLES.bind_call(value)
        return nil unless variables.size == names.size && (variables - names).empty?

        names.map { |variable| VARIABLE.bind_call(value, variable) }
      end
    end
  end
end
