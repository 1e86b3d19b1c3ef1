-- The few assertions that generated tests take from the module luaunit, written anew: tests must not depend on what is
-- installed. A failed one is an error that program.lua tells apart from all others.
local M = { LuaUnit = {} }

local error, type, pairs, next, tostring, abs = error, type, pairs, next, tostring, math.abs
local names, format = _G, string.format

local function fail(message) error({ isAssertion = true, message = message }, 0) end

local function equal(one, other, depth)
    if one == other then return true end
    if type(one) ~= "table" or type(other) ~= "table" or depth > 100 then return false end
    for key, value in next, one do
        if not equal(value, other[key], depth + 1) then return false end
    end
    for key in next, other do
        if one[key] == nil then return false end
    end
    return true
end

local function shown(value) return type(value) == "string" and format("%q", value) or tostring(value) end

function M.assertEquals(actual, expected)
    if not equal(actual, expected, 0) then
        fail("expected " .. shown(expected) .. ", got " .. shown(actual))
    end
end

function M.assertAlmostEquals(actual, expected, margin)
    if type(actual) ~= "number" or abs(actual - expected) > (margin or 2 ^ -52) then
        fail("expected about " .. shown(expected) .. ", got " .. shown(actual))
    end
end

function M.assertTrue(value) if value ~= true then fail("expected true, got " .. shown(value)) end end
function M.assertFalse(value) if value ~= false then fail("expected false, got " .. shown(value)) end end
function M.assertNil(value) if value ~= nil then fail("expected nil, got " .. shown(value)) end end

-- Runs every global function whose name begins as a test's; what fails ends the program.
function M.LuaUnit.run()
    local count = 0
    for name, test in pairs(names) do
        if type(name) == "string" and type(test) == "function" and name:lower():match("^test") then
            count = count + 1
            test()
        end
    end
    if count == 0 then fail("there are no tests") end
    return 0
end

return M
