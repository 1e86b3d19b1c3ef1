error("no numbers")
