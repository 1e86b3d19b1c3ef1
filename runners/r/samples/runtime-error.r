stop("no numbers")
