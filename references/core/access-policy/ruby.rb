require "set"

# Roles with permissions that inherit from each other.
class AccessPolicy
  def initialize
    @own = {}
    @parents = {}
  end

  def define(role)
    raise "the role exists already" if @own.key?(role)

    @own[role] = Set.new
    @parents[role] = []
  end

  def inherit(role, parent)
    check(role)
    raise ArgumentError, "a role cannot inherit from itself" if lineage(parent).include?(role)

    @parents[role] |= [parent]
  end

  def grant(role, permission)
    check(role)
    @own[role].add(permission)
  end

  def revoke(role, permission)
    check(role)
    raise KeyError, "the permission was not granted" unless @own[role].delete?(permission)
  end

  def permissions(role)
    lineage(role).map { |each| @own[each] }.reduce(:|)
  end

  def require(role, permission)
    raise SecurityError, "the role lacks the permission" unless permissions(role).include?(permission)
  end

  private

  def check(role)
    raise KeyError, "there is no such role" unless @own.key?(role)
  end

  # Returns the role and all roles it inherits from.
  def lineage(role)
    check(role)
    found = [role]
    found.each { |each| found.concat(@parents[each] - found) }
  end
end
