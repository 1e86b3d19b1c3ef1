local line = ("x"):rep(8192)
while true do print(line) end
