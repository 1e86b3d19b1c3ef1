cat("0\n")
