# Returns the value of a piecewise linear function.
def interpolate(points, position)
  raise ArgumentError, "there are no points" if points.empty?
  raise ArgumentError, "an x is not finite" unless points.all? { |x, _| x.finite? }
  raise ArgumentError, "the x are not strictly ascending" if points.each_cons(2).any? { |left, right| left[0] >= right[0] }
  return Float::NAN if position.nan?
  return points.first[1] if position <= points.first[0]

  points.each_cons(2) do |(x0, y0), (x1, y1)|
    return y0 + (y1 - y0) * (position - x0) / (x1 - x0) if position < x1
  end
  points.last[1]
end
