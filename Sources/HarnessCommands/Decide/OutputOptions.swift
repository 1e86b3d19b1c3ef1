import ArgumentParser
import Foundation
import HarnessCore
import Reporting

/// The flag that writes a result to files as well.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Also write the result here, in the form of the ending; may be repeated.",
            valueName: "file"
        )
    )
    var output: [String] = []

    /// Refuses files whose ending names no form of this result, before anything is computed.
    func validate(forms: Set<OutputForm>) throws(HarnessError) {
        for path in output {
            guard let form = OutputForm(path: path), forms.contains(form) else {
                let known = OutputForm.allCases.filter(forms.contains).map(\.rawValue)
                throw HarnessError(
                    .usage,
                    "--output \(path): no form of this result ends like that",
                    remedy: "known endings: " + known.joined(separator: ", ")
                )
            }
        }
    }

    /// Writes each file whole or not at all.
    func write(_ forms: OutputForms, in context: CommandContext) throws(HarnessError) {
        for path in output {
            guard let form = OutputForm(path: path), let make = forms[form] else { continue }
            try Self.write(make(), to: path, in: context)
        }
    }

    static func write(_ text: String, to path: String, in context: CommandContext) throws(HarnessError) {
        let url = URL(fileURLWithPath: path, relativeTo: context.folder).absoluteURL
        do {
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw HarnessError(
                .writeFailed,
                "cannot be written: \(error.localizedDescription)",
                at: path,
                remedy: "choose a folder that exists and can be written"
            )
        }
        context.console.detail("wrote \(path)")
    }
}
