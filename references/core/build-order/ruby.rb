# Returns the modules so that each comes after all it needs.
def build_order(needs)
  missing = needs.transform_values(&:uniq)
  needs.each_value { |others| others.each { |other| missing[other] ||= [] } }
  order = []
  until missing.empty?
    # UTF-8 keeps the order of code points, so comparing strings by bytes is enough.
    ready = missing.select { |_, others| others.empty? }.keys.min
    raise ArgumentError, "the needs form a circle" if ready.nil?

    order << ready
    missing.delete(ready)
    missing.each_value { |others| others.delete(ready) }
  end
  order
end
