HEADINGS = %w[N E S W].freeze
STEPS = { "N" => [0, 1], "E" => [1, 0], "S" => [0, -1], "W" => [-1, 0] }.freeze

# Obeys the commands and returns position, heading and number of bumps.
def drive_robot(width, height, start, heading, blocked, commands)
  x, y = start
  is_free = ->(column, row) { column.between?(0, width - 1) && row.between?(0, height - 1) && !blocked.include?([column, row]) }
  raise ArgumentError, "the start is not a free field of the grid" unless is_free.call(x, y)
  raise ArgumentError, "unknown heading" unless STEPS.key?(heading)
  raise ArgumentError, "unknown command" unless commands.match?(/\A[LRFB]*\z/)

  bumps = 0
  commands.each_char do |command|
    case command
    when "L" then heading = HEADINGS[HEADINGS.index(heading) - 1]
    when "R" then heading = HEADINGS[(HEADINGS.index(heading) + 1) % 4]
    else
      dx, dy = STEPS[heading].map { |step| command == "F" ? step : -step }
      if is_free.call(x + dx, y + dy)
        x += dx
        y += dy
      else
        bumps += 1
      end
    end
  end
  [x, y, heading, bumps]
end
