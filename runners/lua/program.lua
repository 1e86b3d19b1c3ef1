-- Runs solution.lua: `lua program.lua MODE`; runners/README.md, "program" and "stream".
--
-- MODE tests: exit code 97 tells program.sh that the program has come to its end by itself; the small luaunit beside this
-- file is there for its tests.
local mode = arg[1]
local folder = arg[0]:match("^(.*)/[^/]*$")
local open, exit, traceback, write, load = io.open, os.exit, debug.traceback, io.stderr.write, load
local stderr = io.stderr

local function tell(kind, message)
    write(stderr, kind, tostring(message), "\n")
    exit(1, true)
end

local file = assert(open("solution.lua", "rb"))
local source = file:read("a"):gsub("^\239\187\191", "")
file:close()
local chunk, fault = load(source, "@solution.lua", "t")

if mode == "tests" then package.path = folder .. "/?.lua;" .. package.path end
if not chunk then tell("HarnessSyntax: ", fault) end

arg = { [0] = "solution.lua" }
local isDone, message = xpcall(chunk, function(error)
    if type(error) == "table" and error.isAssertion then return "HarnessAssertion: " .. error.message end
    return traceback(tostring(error), 2)
end)
if not isDone then tell("", message) end
if mode == "tests" then exit(97, true) end
