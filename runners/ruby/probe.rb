# frozen_string_literal: true

# Describes this Ruby to the harness: one fact a line, as runners/README.md lists them.
require "rbconfig"

# Extensions that pull in shared objects of their own.
%w[bigdecimal date digest/sha2 etc json openssl psych stringio strscan zlib].each do |name|
  require name
rescue LoadError
  # Built without it: then no program can need its library either.
  next
end
config = RbConfig::CONFIG
program = File.realpath(RbConfig.ruby)
folders = config.values_at("rubylibdir", "rubyarchdir")
folders += Dir[File.join(config["rubylibprefix"], "gems", config["ruby_version"], "gems", "{matrix,prime}-*")]
objects = File.readlines("/proc/self/maps").filter_map { |line| line[%r{(/\S+\.so\S*)\s*$}, 1] }.uniq
folders += objects.map { |object| File.dirname(File.realpath(object)) }
# The loader has to be there under the name that the kernel looks for.
folders += Dir["/lib*/ld-linux*.so*"]

puts "version #{RUBY_VERSION}"
puts "build #{RUBY_DESCRIPTION}"
puts "executable #{program}"
puts "path #{program}"
folders.compact.select { |folder| File.exist?(folder) }.uniq.each { |folder| puts "path #{folder}" }
