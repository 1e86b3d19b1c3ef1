cat(nchar("a", fancy = TRUE, of = 3), "\n")
