# frozen_string_literal: true

module EvalharnessDriver
  # Facts about an exception, as plain data, read without trusting the exception; runners/WIRE.md names the facts.
  module Diagnostics
    SOURCE_NAME = "solution.rb"
    MESSAGE_LENGTH = 2000

    MESSAGE = Exception.instance_method(:message)
    LOCATIONS = Exception.instance_method(:backtrace_locations)
    NAME = NameError.instance_method(:name)
    RECEIVER = NameError.instance_method(:receiver)
    LOAD_PATH = LoadError.instance_method(:path)
    MAIN = TOPLEVEL_BINDING.receiver
    # Classes that were there before the program, by identity.
    STANDARD = ObjectSpace.each_object(Module).to_h { |each| [each, true] }.compare_by_identity

    module_function

    # Returns the facts as a hash of plain data; never raises because of the exception.
    def describe(error, stage, source = "")
      kind = Wire::CLASS_OF.bind_call(error)
      names = class_names(kind)
      facts = { "type" => names[0] || "Exception", "stage" => stage, "message" => message_of(error) }
      facts["bases"] = names
      begin
        line = line_of(error, kind, facts["message"])
        facts["line"] = line if line
        # Only the interpreter's own classes are believed to carry the interpreter's facts.
        add_cause(facts, error, kind, source) if STANDARD[kind]
      rescue Exception
        # What is known so far must do.
      end
      facts
    end

    def class_names(kind)
      names = []
      until kind.nil? || Wire::SAME.bind_call(kind, Object)
        name = Wire::CLASS_NAME.bind_call(kind)
        names << name if name
        kind = Wire::CLASS_PARENT.bind_call(kind)
      end
      names
    end

    # Returns the exception's text, bounded, as valid UTF-8.
    def message_of(error)
      text = MESSAGE.bind_call(error)
      return "" unless Wire::SAME.bind_call(Wire::CLASS_OF.bind_call(text), String)

      text = text.dup.force_encoding(Encoding::UTF_8) unless text.encoding == Encoding::UTF_8
      text.scrub("?")[0, MESSAGE_LENGTH]
    rescue Exception
      ""
    end

    # Returns the innermost line of the program that the exception passed through.
    def line_of(error, kind, message)
      return message[/\A#{Regexp.escape(SOURCE_NAME)}:(\d+):/, 1]&.to_i if kind == SyntaxError

      place = (LOCATIONS.bind_call(error) || []).find { |location| location.path == SOURCE_NAME }
      place&.lineno
    end

    def add_cause(facts, error, kind, source)
      if kind == NoMethodError && facts["message"].start_with?("undefined method")
        add_member(facts, error, source)
      elsif kind == NameError
        add_name(facts, error, source)
      elsif kind == LoadError && LOAD_PATH.bind_call(error)
        facts["module"] = facts["name"] = LOAD_PATH.bind_call(error)
        facts["is_stdlib_module"] = false
        facts["bases"] << "HarnessUnknownModule"
      elsif kind == ArgumentError && facts["message"].start_with?("wrong number of arguments")
        add_arity(facts, error, source)
      end
    end

    def add_name(facts, error, source)
      name = NAME.bind_call(error).to_s
      facts["name"] = name
      receiver = RECEIVER.bind_call(error)
      is_nested = facts["message"].include?("::")
      if is_nested && STANDARD[receiver]
        facts["object"] = "module:#{Wire::CLASS_NAME.bind_call(receiver)}"
        facts["bases"] << "HarnessUnknownMember"
      else
        facts["is_defined"] = binds?(source, name)
        facts["bases"] << "HarnessUnknownName" unless facts["is_defined"] || is_nested
      end
    end

    def add_member(facts, error, source)
      name = NAME.bind_call(error).to_s
      facts["name"] = name
      receiver = RECEIVER.bind_call(error)
      is_bare = !Wire::SAME.bind_call(Wire::CLASS_OF.bind_call(receiver), NilClass) &&
        (Wire::SAME.bind_call(receiver, MAIN) || called_bare?(facts["line"], name, source))
      if is_bare
        facts["is_defined"] = binds?(source, name)
        facts["bases"] << "HarnessUnknownName" unless facts["is_defined"]
        return
      end
      facts["object"] = owner_of(receiver)
      facts["bases"] << "HarnessUnknownMember" if facts["object"].start_with?("builtin:", "module:")
    end

    # Classifies the object that lacks a member.
    def owner_of(receiver)
      kind = Wire::CLASS_OF.bind_call(receiver)
      return "none" if kind == NilClass

      if kind == Class || kind == Module
        name = Wire::CLASS_NAME.bind_call(receiver)
        return STANDARD[receiver] || !own?(name) ? "module:#{name}" : "own:#{name}"
      end
      name = Wire::CLASS_NAME.bind_call(kind)
      STANDARD[kind] || !own?(name) ? "builtin:#{name}" : "own:#{name}"
    end

    def own?(name)
      place = name && Object.const_source_location(name)
      place.nil? || place.empty? || place[0] == SOURCE_NAME
    end

    # Whether the failing line calls the method without a receiver.
    def called_bare?(line, name, source)
      text = line && source.lines[line - 1]
      word = Regexp.escape(name)
      !text.nil? && text.match?(/(?<![.\w@$&:])#{word}(?![\w?!])/) && !text.match?(/[.]\s*#{word}/)
    end

    # Whether the source defines or assigns a name anywhere.
    def binds?(source, name)
      word = Regexp.escape(name)
      source.match?(/\b(?:def(?:\s+self\s*[.])?|class|module)\s+#{word}(?![\w?!])/) ||
        source.match?(/(?<![\w.@$])#{word}\s*(?:[-+*\/|&]|\|\||&&)?=(?![=~>])/) ||
        source.match?(/[|,(]\s*[*&]{0,2}#{word}\s*(?:[|,)=]|:(?!:))/) ||
        source.match?(/\b(?:attr_\w+|define_method|alias_method|Struct[.]new)\b[^\n]*:#{word}\b/) ||
        source.match?(/(?:=>|\bfor)\s*#{word}\b/)
    end

    # Tells whose signature a call did not fit: an own method's frame stands first, and in it its definition.
    def add_arity(facts, error, source)
      places = LOCATIONS.bind_call(error) || []
      label = places[0]&.base_label.to_s
      definition = /\bdef\s+(?:self[.])?#{Regexp.escape(label)}(?![\w?!])/
      is_own = places[0]&.path == SOURCE_NAME && source.match?(definition)
      facts["callee"] = is_own ? "own" : "foreign"
      facts["signature_mismatch"] = true if is_own && places[1] && places[1].path != SOURCE_NAME
      # Ruby says ArgumentError for this too; it is no decision of the program.
      facts["type"] = is_own ? "HarnessOwnArity" : "HarnessWrongArity"
      facts["bases"].unshift(facts["type"])
    end

    # Whether the parser was content until the text ended: the sign of a truncated answer.
    def cut_off?(error, source)
      message = message_of(error)
      return true if message.match?(/unexpected end-of-input|meets end of file|anywhere before EOF/)

      line = message[/:(\d+):/, 1].to_i
      message.include?("unterminated") && line >= source.rstrip.lines.size
    end
  end
end
