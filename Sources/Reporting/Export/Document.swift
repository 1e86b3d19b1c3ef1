/// A page of headings, sentences and tables that every text format can render.
package struct Document: Sendable, Hashable {
    package var title: String
    package var parts: [Part]

    package init(title: String, parts: [Part]) {
        self.title = title
        self.parts = parts
    }

    package enum Part: Sendable, Hashable {
        case sentence(String)
        case table(Table)
        /// A heading that folds what follows it where the format can.
        case folded(title: String, [Part])
        /// A drawing of this program, names in it escaped; `text` stands in for it where nothing can be drawn.
        case drawing(svg: String, text: [String])
    }

    /// Cells are foreign text: each format escapes them.
    package struct Table: Sendable, Hashable {
        package var caption: String
        package var columns: [Column]
        package var rows: [[String]]

        package init(caption: String, columns: [Column], rows: [[String]]) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
        }
    }

    package struct Column: Sendable, Hashable {
        package var title: String
        package var isNumber: Bool

        package static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
        package static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// The tables of the page, folded ones too.
    package var tables: [Table] { Self.tables(in: parts) }

    private static func tables(in parts: [Part]) -> [Table] {
        parts.flatMap { part -> [Table] in
            switch part {
            case .sentence, .drawing: []
            case .table(let table): [table]
            case .folded(_, let parts): tables(in: parts)
            }
        }
    }
}

extension Document {
    /// Markdown with the title as a third-level heading, as job summaries want it.
    package var markdown: String {
        (["### \(Escaping.markdown(title))"] + parts.flatMap(Self.markdown)).joined(separator: "\n\n") + "\n"
    }

    private static func markdown(_ part: Part) -> [String] {
        switch part {
        case .sentence(let text): return [Escaping.markdown(text)]
        case .table(let table):
            let head = table.columns.map { Escaping.markdown($0.title) }
            let rule = table.columns.map { $0.isNumber ? "---:" : "---" }
            let rows = [head, rule] + table.rows.map { $0.map(Escaping.markdown) }
            return [rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")]
                + (table.caption.isEmpty ? [] : [Escaping.markdown(table.caption)])
        case .folded(let title, let parts):
            return ["<details><summary>\(Escaping.html(title))</summary>"] + parts.flatMap(markdown)
                + ["</details>"]
        case .drawing(_, let text):
            // Longer than any run of backticks in it, so that no name ends it.
            let longest = text.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
            let fence = String(repeating: "`", count: max(3, longest + 1))
            return [([fence + "text"] + text.map(printable) + [fence]).joined(separator: "\n")]
        }
    }

    /// A whole page of HTML that loads and runs nothing.
    package var html: String {
        let style = """
            body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}
            table{border-collapse:collapse;margin:1rem 0}caption{caption-side:bottom;text-align:left;padding:.5rem 0}
            th,td{border-bottom:1px solid #ccc;padding:.25rem .75rem;text-align:left}
            .n{text-align:right;font-variant-numeric:tabular-nums}
            """
        let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width">
            <title>\(Escaping.html(title))</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <h1>\(Escaping.html(title))</h1>
            \(parts.map(Self.html).joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private static func html(_ part: Part) -> String {
        switch part {
        case .sentence(let text): return "<p>\(Escaping.html(text))</p>"
        case .table(let table):
            func row(_ cells: [String], _ tag: String, scope: String) -> String {
                let cells = zip(cells, table.columns).map { cell, column in
                    "<\(tag)\(scope)\(column.isNumber ? " class=\"n\"" : "")>\(Escaping.html(cell))</\(tag)>"
                }
                return "<tr>\(cells.joined())</tr>"
            }
            let head = row(table.columns.map(\.title), "th", scope: " scope=\"col\"")
            let body = table.rows.map { row($0, "td", scope: "") }.joined(separator: "\n")
            let caption = table.caption.isEmpty ? "" : "<caption>\(Escaping.html(table.caption))</caption>\n"
            return "<table>\n\(caption)<thead>\(head)</thead>\n<tbody>\n\(body)\n</tbody>\n</table>"
        case .folded(let title, let parts):
            let content = parts.map(html).joined(separator: "\n")
            return "<details><summary>\(Escaping.html(title))</summary>\n\(content)\n</details>"
        case .drawing(let svg, _): return svg
        }
    }

    /// The tables for LaTeX with the package booktabs; sentences stand above them as comments.
    package var latex: String {
        let comments = parts.compactMap { part -> String? in
            guard case .sentence(let text) = part else { return nil }
            return "% " + Escaping.latex(text)
        }
        let lines = ["% \(Escaping.latex(title))", "% needs \\usepackage{booktabs}"] + comments
        return (lines + tables.map(Self.latex)).joined(separator: "\n") + "\n"
    }

    private static func latex(_ table: Table) -> String {
        func row(_ cells: [String]) -> String { cells.map(Escaping.latex).joined(separator: " & ") + " \\\\" }
        let alignment = table.columns.map { $0.isNumber ? "r" : "l" }.joined()
        var lines = ["\\begin{table}", "\\centering", "\\begin{tabular}{\(alignment)}", "\\toprule"]
        lines += [row(table.columns.map(\.title)), "\\midrule"] + table.rows.map(row)
        lines += ["\\bottomrule", "\\end{tabular}"]
        if !table.caption.isEmpty { lines.append("\\caption{\(Escaping.latex(table.caption))}") }
        return (lines + ["\\end{table}"]).joined(separator: "\n")
    }
}
