local blocks = {}
while true do blocks[#blocks + 1] = ("x"):rep(8 * 1024 * 1024) .. #blocks end
