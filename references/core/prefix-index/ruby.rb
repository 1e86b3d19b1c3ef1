# Words that answer questions about their prefixes; UTF-8 keeps the order of code points.
class PrefixIndex
  def initialize
    @words = []
  end

  def add(word)
    raise ArgumentError, "a word must not be empty" if word.empty?

    place = place_of(word)
    return false if @words[place] == word

    @words.insert(place, word)
    true
  end

  def remove(word)
    place = place_of(word)
    raise KeyError, "the word is not there" unless @words[place] == word

    @words.delete_at(place)
  end

  def count(prefix)
    starting_with(prefix).size
  end

  def complete(prefix, limit)
    raise ArgumentError, "limit must not be negative" if limit.negative?

    found = starting_with(prefix)
    found.take([limit, found.size].min)
  end

  private

  def place_of(word)
    @words.bsearch_index { |each| each >= word } || @words.size
  end

  def starting_with(prefix)
    @words.drop(place_of(prefix)).take_while { |word| word.start_with?(prefix) }
  end
end
