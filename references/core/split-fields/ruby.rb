# Returns the fields of a line, quoted ones without their marks.
def split_fields(line, separator)
  unless separator.length == 1 && separator != '"'
    raise ArgumentError, "the separator must be one code point and no quotation mark"
  end

  fields = []
  rest = line
  loop do
    if (quoted = rest.match(/\A"((?:[^"]|"")*+)"/))
      fields << quoted[1].gsub('""', '"')
      rest = quoted.post_match
    else
      field = rest[0, rest.index(separator) || rest.length]
      raise ArgumentError, "a quotation mark is out of place" if field.include?('"')

      fields << field
      rest = rest[field.length..]
    end
    return fields if rest.empty?
    raise ArgumentError, "a separator must follow a quoted field" unless rest.start_with?(separator)

    rest = rest[1..]
  end
end
