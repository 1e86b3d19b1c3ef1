local json = require("cjson")
print(json)
