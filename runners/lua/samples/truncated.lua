local n = io.read("n")
if n == 0 then
    print("none")
