# frozen_string_literal: true

# Runs a candidate and reports plain data; runners/WIRE.md is the specification.
#
# Started as `driver.rb calls ENTRYPOINT` in the box's folder. Descriptor 3 holds a `T` frame with the task's types and
# then the calls; descriptor 4 takes the results.

require_relative "wire"
require_relative "calls"
require_relative "diagnostics"

module EvalharnessDriver
  # Loads the program and answers calls to it.
  class Session
    SOURCE_NAME = Diagnostics::SOURCE_NAME
    # The harness's own fault, as opposed to anything a candidate does.
    FAULT = 70
    SEED = 20_240_229
    # What all results of a program may take: the frames that tell of its failures still fit behind them.
    RESULT_BYTES = Wire::MAXIMUM_BYTES - 256 * 1024

    MAIN = Diagnostics::MAIN
    SEND = BasicObject.instance_method(:__send__)
    PUBLIC_SEND = Kernel.instance_method(:public_send)
    METHOD = Kernel.instance_method(:method)
    NEW = Class.instance_method(:new)
    WRITE = IO.instance_method(:syswrite)
    FLUSH = IO.instance_method(:flush)
    EQUAL = String.instance_method(:==)
    EXIT = Process.method(:exit!)
    OUTPUTS = [$stdout, $stderr].freeze

    # The program cannot be loaded; carries the facts.
    class Loading < Exception
      attr_reader :facts

      def initialize(facts)
        @facts = facts
        super()
      end
    end

    # A method of an object that was never constructed.
    class Skipped < Exception
    end

    # A record type that the program does not define.
    class MissingRecord < Exception
    end

    def initialize(entry)
      @entry = entry
      @process = Process.pid
      @results = IO.for_fd(4, "wb", autoclose: false)
      frames = Wire.frames(IO.for_fd(3, "rb", autoclose: false).read)
      raise "the calls do not begin with their types" unless frames[0]&.first == :T

      @types = Wire::Decoder.new(frames[0][1]).value
      (@types["methods"] || {}).each_value { |method| resolve(method) }
      resolve(@types)
      @calls = frames.drop(1)
      @total = @calls.size
      @records = (@types["records"] || {}).transform_values { |fields| fields.map { |name, type| [name, Wire.type(type)] } }
      @classes = {}
      @objects = {}
      @room = RESULT_BYTES
      @source = +""
    end

    def run
      count = 0
      if load_program
        send_frame("L", "")
        while count < @total
          answer(*@calls[count])
          count += 1
        end
      end
      OUTPUTS.each { |stream| flush(stream) }
      send_frame("Z", "I#{Wire::INTEGER_DIGITS.bind_call(count)};")
    end

    private

    def resolve(signature)
      signature["parameters"].map! { |name, type| [name, Wire.type(type)] }
      signature["returns"] = Wire.type(signature["returns"] || "void")
    end

    def flush(stream)
      FLUSH.bind_call(stream)
    rescue Exception
      nil
    end

    # Writes one frame, unless this is a process that the candidate forked.
    def send_frame(kind, payload)
      EXIT.call(1) unless Process.pid == @process
      size = Wire::STRING_SIZE.bind_call(payload)
      data = "#{kind}#{Wire::INTEGER_DIGITS.bind_call(size)}:".b << payload
      left = Wire::STRING_SIZE.bind_call(data)
      while left.positive?
        written = WRITE.bind_call(@results, data)
        left -= written
        data = data.byteslice(written, left)
      end
    end

    def send_facts(kind, facts, sequence = nil)
      encoder = Wire::Encoder.new(Wire::MAXIMUM_BYTES)
      encoder.add("I#{Wire::INTEGER_DIGITS.bind_call(sequence)};") if sequence
      encoder.value(facts, nil)
      send_frame(kind, encoder.out)
    end

    # Returns whether the program can be called; says why where it cannot.
    def load_program
      code = parse
      # From here on the program's own code runs, and may end the process.
      send_frame("A", "")
      execute(code)
      find_entry
      @records.each_key { |name| @classes[name] = Object.const_get(name) if Object.const_defined?(name) }
      true
    rescue Loading => error
      send_facts("E", error.facts)
      false
    end

    def parse
      @source = File.binread(SOURCE_NAME).force_encoding(Encoding::UTF_8).delete_prefix("\uFEFF")
      unless @source.valid_encoding?
        raise Loading.new("type" => "SyntaxError", "stage" => "parse", "message" => "the source is not UTF-8")
      end
      RubyVM::InstructionSequence.compile(@source, SOURCE_NAME, File.join(Dir.pwd, SOURCE_NAME), 1)
    rescue SyntaxError, ArgumentError => error
      facts = Diagnostics.describe(error, "parse", @source)
      raise Loading.new(facts.merge("at_end" => Diagnostics.cut_off?(error, @source)))
    end

    # Runs the program's own top level.
    def execute(code)
      code.eval
    rescue Exception => error
      raise Loading.new(Diagnostics.describe(error, "load", @source))
    end

    def find_entry
      is_there = @types["kind"] == "object" ? entry_class? : entry_function?
      return if is_there

      message = "the entry point #{@entry} is not defined"
      raise Loading.new("type" => "HarnessMissingEntry", "stage" => "load", "message" => message, "missing_entry" => @entry)
    end

    def entry_class?
      Object.const_defined?(@entry) && Wire::SAME.bind_call(Wire::CLASS_OF.bind_call(Object.const_get(@entry)), Class)
    end

    # A method of the language's own that happens to have the name is no answer.
    def entry_function?
      place = METHOD.bind_call(MAIN, @entry).source_location
      !place.nil? && place[0] == SOURCE_NAME
    rescue NameError
      false
    end

    def answer(kind, payload)
      decoder = Wire::Decoder.new(payload) { |name, names, values| record(name, names, values) }
      sequence = decoder.value
      identity = decoder.value unless kind == :C
      name = decoder.value
      signature = kind == :M ? @types["methods"][name] : @types
      before = payload.byteslice(decoder.at..)
      arguments = decoder.value
      result = call(kind, identity, name, arguments)
      reply(sequence, result, kind == :O ? :void : signature["returns"], arguments, signature["parameters"], before)
    rescue Exception => error
      send_facts("X", failure(error, kind, name, identity), sequence)
    end

    def record(name, names, values)
      own = @classes[name]
      raise MissingRecord, name unless own
      return own.new(**names.map(&:to_sym).zip(values).to_h) if own < Struct && own.keyword_init?

      own.new(*values)
    end

    def call(kind, identity, name, arguments)
      case kind
      when :C then SEND.bind_call(MAIN, name, *arguments)
      when :O then @objects[identity] = PUBLIC_SEND.bind_call(Object.const_get(name), :new, *arguments)
      else
        raise Skipped unless @objects.key?(identity)

        PUBLIC_SEND.bind_call(@objects[identity], name, *arguments)
      end
    end

    def reply(sequence, result, returns, arguments, parameters, before)
      encoder = Wire::Encoder.new(@room, @records, @classes)
      encoder.add("I#{Wire::INTEGER_DIGITS.bind_call(sequence)};")
      encoder.value(result, returns)
      after = changed_arguments(arguments, parameters, before, @room - Wire::STRING_SIZE.bind_call(encoder.out))
      encoder.add(after)
      @room -= Wire::STRING_SIZE.bind_call(encoder.out)
      send_frame("R", encoder.out)
    end

    # Returns the arguments as they are now, or a null where they are, byte for byte, those of the call.
    def changed_arguments(arguments, parameters, before, room)
      encoder = Wire::Encoder.new(room, @records, @classes)
      encoder.head("L", Wire::ARRAY_SIZE.bind_call(parameters))
      index = -1
      encoder.value(arguments[index], parameters[index][1]) while (index += 1) < Wire::ARRAY_SIZE.bind_call(parameters)
      EQUAL.bind_call(encoder.out, before) ? "N" : encoder.out
    rescue Wire::TooLarge
      "L1:X9:too large"
    end

    def failure(error, kind, name, identity)
      case error
      when Wire::TooLarge
        return { "type" => "HarnessResultTooLarge", "stage" => "call", "message" => "the result is too large" }
      when Skipped
        return { "type" => "HarnessSkipped", "stage" => "call", "message" => "the object was not constructed" }
      when MissingRecord
        text = "the record type #{error.message} is not defined"
        return { "type" => "HarnessMissingRecord", "stage" => "call", "message" => text, "missing_entry" => error.message }
      end
      facts = Diagnostics.describe(error, "call", @source)
      is_missing = kind == :M && facts["type"] == "NoMethodError" && facts["name"] == name && facts["line"].nil?
      is_missing ? facts.merge("missing_entry" => name) : facts
    end
  end

  begin
    raise "usage: driver.rb calls ENTRYPOINT" unless ARGV[0] == "calls" && ARGV.size == 2

    session = Session.new(ARGV[1])
    ARGV.clear
    # Not the program's own file name: a guard that asks whether it is the main program does not run.
    $PROGRAM_NAME = "driver"
    srand(Session::SEED)
    # Libraries that belong to the language and come as gems.
    library = $LOAD_PATH.find { |folder| folder.match?(%r{/ruby/\d+\.\d+\.\d+\z}) }.to_s
    gems = File.join(File.dirname(library), "gems", File.basename(library), "gems")
    $LOAD_PATH.concat(Dir[File.join(gems, "{matrix,prime}-*", "lib")])
    UnboundMethod.freeze
    leave = Process.method(:exit!)
    Object.send(:remove_const, :EvalharnessDriver)
    session.run
    leave.call(0)
  rescue Exception => error
    begin
      $stderr.write("driver: #{error.class}: #{error.message}\n#{error.backtrace&.first(5)&.join("\n")}\n")
    ensure
      (leave || Process.method(:exit!)).call(Session::FAULT)
    end
  end
end
