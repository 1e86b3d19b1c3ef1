library(sumOfSquares)
