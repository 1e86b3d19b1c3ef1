awk 'NR == 2 { s = 0; for (i = 1; i <= NF; i++) s += $i * $i; if (NF) print s; else print "none" }'
