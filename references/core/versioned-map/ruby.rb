require "set"

# A map whose past versions can be read.
class VersionedMap
  def initialize
    # Every version is kept whole, which makes reading one simple.
    @versions = [{}]
  end

  def put(key, value)
    add(@versions.last.merge(key => value))
  end

  def remove(key)
    raise KeyError, "there is no such key" unless @versions.last.key?(key)

    add(@versions.last.reject { |each, _| each == key })
  end

  def get(key, version)
    at(version)[key]
  end

  def size(version)
    at(version).size
  end

  def changed(version)
    before = at(version)
    now = @versions.last
    (before.keys | now.keys).reject { |key| before[key] == now[key] }.to_set
  end

  private

  def add(map)
    @versions << map
    @versions.size - 1
  end

  def at(version)
    raise IndexError, "there is no such version" unless version.between?(0, @versions.size - 1)

    @versions[version]
  end
end
