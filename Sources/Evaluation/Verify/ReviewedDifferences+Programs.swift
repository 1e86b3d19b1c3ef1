extension ReviewedDifferences {
    /// Of suites whose tests become one program with the answer, by the name of the file with the verdicts.
    static let programs: [String: [Entry]] = [
        "humaneval-cpp-details": [], "humaneval-java-details": [], "humaneval-js-details": [],
        "humaneval-ts-details": [
            Entry(
                tasks: ["HumanEval_51_remove_vowels", "HumanEval_117_select_words"],
                isPublishedPass: false,
                reason: "right; its authors compiled for ES5, whose library has no Array.prototype.includes"
            )
        ],
        "humaneval-php-details": [
            Entry(
                tasks: ["HumanEval_16_count_distinct_characters"],
                isPublishedPass: false,
                reason:
                    "str_split of an empty text gave one empty part in PHP 7, and gives none since PHP 8.2"
            )
        ],
        "humaneval-cs-details": [
            Entry(
                tasks: [
                    "HumanEval_130_tri", "HumanEval_148_bf", "HumanEval_19_sort_numbers",
                    "HumanEval_9_rolling_max",
                ],
                isPublishedPass: true,
                reason: "an exception ends the tests; its authors looked for failed assertions only"
            ),
            Entry(
                tasks: ["HumanEval_12_longest", "HumanEval_162_string_to_md5"],
                isPublishedPass: true,
                reason:
                    "an error of the suite: the test calls a method of the null that it asks for, so no answer can "
                    + "pass; its authors looked for failed assertions only"
            ),
            Entry(
                tasks: ["HumanEval_144_simplify"],
                isPublishedPass: false,
                reason: "right; its authors compiled without System.Numerics, which the prompt names"
            ),
        ],
        "humaneval-sh-details": [
            Entry(
                tasks: [
                    "HumanEval_84_solve", "HumanEval_0_has_close_elements",
                    "HumanEval_59_largest_prime_factor",
                    "HumanEval_45_triangle_area",
                ],
                isPublishedPass: false,
                reason: "right; bc was not installed where its authors ran it"
            )
        ],
        "humaneval_go": [
            Entry(
                tasks: ["Go/95"],
                isPublishedPass: true,
                reason: "an error of the data: the solution looks at two keys of a map, whose order is random"
            )
        ],
        "humaneval_js": [
            Entry(
                tasks: ["JavaScript/112"],
                isPublishedPass: true,
                reason: "an error of the data: the solution returns (z, false), which is false and no pair"
            ),
            Entry(
                tasks: ["JavaScript/155"],
                isPublishedPass: true,
                reason: "an error of the data: the solution counts no digit in 0, and the test asks for one"
            ),
            Entry(
                tasks: ["JavaScript/162"],
                isPublishedPass: true,
                reason: "needs the package js-md5, which Debian has not"
            ),
        ],
    ]
}
