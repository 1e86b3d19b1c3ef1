line <- strrep("x", 8192)
while (TRUE) cat(line, "\n")
