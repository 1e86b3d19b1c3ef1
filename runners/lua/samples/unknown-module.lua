local squares = require("squares.sum")
print(squares)
