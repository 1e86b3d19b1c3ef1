blocks <- list()
while (TRUE) blocks[[length(blocks) + 1]] <- rep(length(blocks) + 0.5, 1e6)
