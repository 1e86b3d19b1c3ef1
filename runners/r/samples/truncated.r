total <- function(numbers) {
    sum(numbers^2)
