# Runs solution.r; runners/README.md, "program" and "stream". In mode `tests` exit code 97 tells program.sh that the program
# has come to its end by itself.
local({
    mode <- commandArgs(trailingOnly = TRUE)[[1]]
    tell <- function(kind, message) {
        cat(kind, message, "\n", sep = "", file = stderr())
        quit(save = "no", status = 1L, runLast = FALSE)
    }
    code <- tryCatch(
        parse("solution.r", keep.source = FALSE, encoding = "UTF-8"),
        error = function(error) tell("HarnessSyntax: ", conditionMessage(error))
    )
    tryCatch(
        for (expression in code) eval(expression, globalenv()),
        error = function(error) tell("HarnessError: ", conditionMessage(error))
    )
    if (mode == "tests") quit(save = "no", status = 97L, runLast = FALSE)
})
