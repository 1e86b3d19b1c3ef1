Point = Struct.new(:x, :y)

# Returns the points closest to the centre, nearest first.
def closest_points(points, centre, number)
  raise ArgumentError, "number must not be negative" if number.negative?

  points.sort_by { |point| [(point.x - centre.x)**2 + (point.y - centre.y)**2, point.x, point.y] }.take(number)
end
