/// Test results in the form that CI servers read; one `testcase` has at most one outcome.
///
/// After the schema of the Jenkins xUnit plug-in, which GitHub, GitLab and Jenkins accept.
package struct JUnit: Sendable, Hashable {
    package var name: String
    package var suites: [Suite]

    package init(name: String, suites: [Suite]) {
        self.name = name
        self.suites = suites
    }

    package struct Suite: Sendable, Hashable {
        package var name: String
        /// ISO 8601 without zone, as the schema wants it; nil leaves it out.
        package var timestamp: String?
        package var properties: [(name: String, value: String)]
        package var cases: [Case]

        package init(
            name: String,
            timestamp: String? = nil,
            properties: [(name: String, value: String)] = [],
            cases: [Case]
        ) {
            self.name = name
            self.timestamp = timestamp
            self.properties = properties
            self.cases = cases
        }

        package static func == (left: Suite, right: Suite) -> Bool {
            left.name == right.name && left.timestamp == right.timestamp && left.cases == right.cases
                && left.properties.elementsEqual(right.properties, by: ==)
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(cases)
        }
    }

    package struct Case: Sendable, Hashable {
        package var className: String
        package var name: String
        package var seconds: Double
        package var outcome: Outcome

        package init(className: String, name: String, seconds: Double = 0, outcome: Outcome) {
            self.className = className
            self.name = name
            self.seconds = seconds
            self.outcome = outcome
        }
    }

    package enum Outcome: Sendable, Hashable {
        case passed
        /// The candidate's.
        case failed(type: String, message: String)
        /// Ours.
        case error(message: String)
        case skipped(message: String)
    }

    /// The file's text.
    package var xml: String {
        let cases = suites.flatMap(\.cases)
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
        lines.append("<testsuites name=\"\(Escaping.xml(name))\"\(Self.counts(of: cases))>")
        for suite in suites { lines += Self.lines(of: suite) }
        return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
    }

    private static func lines(of suite: Suite) -> [String] {
        let time = suite.timestamp.map { " timestamp=\"\(Escaping.xml($0))\"" } ?? ""
        var lines = ["  <testsuite name=\"\(Escaping.xml(suite.name))\"\(counts(of: suite.cases))\(time)>"]
        if !suite.properties.isEmpty {
            lines.append("    <properties>")
            for property in suite.properties {
                lines.append(
                    "      <property name=\"\(Escaping.xml(property.name))\" "
                        + "value=\"\(Escaping.xml(property.value))\"/>"
                )
            }
            lines.append("    </properties>")
        }
        return lines + suite.cases.map(line) + ["  </testsuite>"]
    }

    private static func line(of test: Case) -> String {
        let head =
            "    <testcase classname=\"\(Escaping.xml(test.className))\" name=\"\(Escaping.xml(test.name))\" "
            + "time=\"\(Numbers.fixed(test.seconds, places: 3))\""
        switch test.outcome {
        case .passed: return head + "/>"
        case .failed(let type, let message):
            return head
                + "><failure type=\"\(Escaping.xml(type))\" message=\"\(Escaping.xml(message))\"/></testcase>"
        case .error(let message):
            return head + "><error type=\"infrastructure\" message=\"\(Escaping.xml(message))\"/></testcase>"
        case .skipped(let message):
            return head + "><skipped message=\"\(Escaping.xml(message))\"/></testcase>"
        }
    }

    private static func counts(of cases: [Case]) -> String {
        var (failures, errors, skipped) = (0, 0, 0)
        for test in cases {
            switch test.outcome {
            case .passed: break
            case .failed: failures += 1
            case .error: errors += 1
            case .skipped: skipped += 1
            }
        }
        return
            " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }
}
