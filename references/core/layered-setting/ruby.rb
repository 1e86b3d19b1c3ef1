INT64 = (-2**63..2**63 - 1).freeze

# Returns the setting of the first layer that has the key, or the fallback.
def layered_setting(layers, key, fallback)
  text = layers.find { |layer| layer.key?(key) }&.fetch(key)
  return fallback || raise(KeyError, "there is no such setting") if text.nil?
  raise TypeError, "the setting is not an integer" unless text.match?(/\A-?[0-9]+\z/)

  number = text.to_i
  raise IndexError, "the setting is outside 64 bits" unless INT64.cover?(number)

  number
end
