/// One developer of a generated data set.
struct GeneratedDeveloper {
    let number: Int
    let model: String
    /// The developer's own log-odds of acceptance.
    let taste: Double
    let languages: [String]
    private let fields: String
    /// The payload's fields of events outside sessions.
    let common: [UInt8]

    private static let segments = ["junior", "mid", "senior"]
    private static let sizes = ["small", "medium", "large"]
    private static let editors = ["vscode", "jetbrains", "vim"]
    private static let taskTypes = ["feature", "bugfix", "refactoring", "tests"]

    init(number: Int, truth: GeneratorTruth, _ draws: inout GeneratorDraws) {
        self.number = number
        model = draws.chance(0.5) ? "v2" : "v1"
        taste = truth.developerSpread * draws.normal()
        let known = truth.languages.keys.sorted()
        let first = known[draws.index(below: known.count)]
        // Most of the time one language, sometimes a second one.
        languages = [first, first, first, known[draws.index(below: known.count)]]
        let segment = Self.segments[draws.index(below: 3)]
        let size = Self.sizes[draws.index(below: 3)]
        let editor = Self.editors[draws.index(below: 3)]
        fields =
            #""developer_id":"dev-\#(number)@example.invalid","model_version":"\#(model)","provider":"example","#
            + #""user_segment":"\#(segment)","repo_size_bucket":"\#(size)","ide":"\#(editor)","client_version":"1.4.0""#
        common = Array(fields.utf8)
    }

    /// The payload's fields of one session's events.
    func common(session: UInt64, language: String, task: Int) -> [UInt8] {
        let type = Self.taskTypes[task % Self.taskTypes.count]
        return Array(
            (fields
                + #","session_id":"w\#(session)","language":"\#(language)","task_id":"t\#(task)","task_type":"\#(type)""#)
                .utf8
        )
    }
}
