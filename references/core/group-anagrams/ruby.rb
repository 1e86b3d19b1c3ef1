# Returns the groups of words that are anagrams of each other.
def group_anagrams(words)
  words.group_by { |word| word.tr("A-Z", "a-z").chars.sort }.values.select { |group| group.size > 1 }
end
