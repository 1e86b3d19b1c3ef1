local numbers = {}
for word in io.read("a"):gmatch("%S+") do numbers[#numbers + 1] = tonumber(word) end
local sum = 0
for i = 2, #numbers do sum = sum + numbers[i] ^ 2 end
io.write(#numbers > 1 and sum or "none")
os.exit(0)
