numbers <- scan(file("stdin"), quiet = TRUE)
if (numbers[1] == 0) {
    cat("none\n")
} else {
    cat(format(sum(numbers[-1]^2), scientific = FALSE), "\n", sep = "")
}
