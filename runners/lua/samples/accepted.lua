local n = io.read("n")
if n == 0 then print("none") return end
local sum = 0
for _ = 1, n do
    local number = io.read("n")
    sum = sum + number * number
end
print(sum)
