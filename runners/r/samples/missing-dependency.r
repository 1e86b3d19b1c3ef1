library(data.table)
