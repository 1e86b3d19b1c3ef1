import Foundation
import HarnessCore
import Suites
import Testing

@Suite(.temporaryFolder) struct DataTableTests {
    private func table(_ text: String, name: String = "data.csv") throws -> DataTable {
        try DataTable(file: try TemporaryFolder.write(text, to: name))
    }

    @Test func `cells are read as RFC 4180 has them, with a byte order mark and Windows line ends`() throws {
        let text =
            "\u{FEFF}\"unit\", note ,x\r\n"
            + "a,\"one, \"\"two\"\"\r\nthree\",1\r\n"
            + "\r\n"
            + " b , plain \"quote ,2.5e-1\r\n"
        let table = try table(text)

        #expect(table.names == ["unit", "note", "x"])
        #expect(table.rowCount == 2)
        #expect(try table.labels("unit").levels == ["a", "b"])
        #expect(try table.labels("note").levels == ["one, \"two\"\r\nthree", "plain \"quote"])
        #expect(try table.numbers("x") == [1, 0.25])
        #expect(table.location(row: 1).hasSuffix("data.csv:5"))
    }

    @Test func `a quoted cell over several lines keeps them`() throws {
        let table = try table("a,b\n\"x\n\ny\",1\nz,2\n")

        #expect(try table.labels("a").levels == ["x\n\ny", "z"])
        #expect(table.location(row: 0).hasSuffix(":2"))
        #expect(table.location(row: 1).hasSuffix(":5"))
    }

    @Test func `tabs separate in a tsv file, and a last line needs no line end`() throws {
        let table = try table("a\tb\n1,5\t2", name: "data.tsv")

        #expect(try table.numbers("b") == [2])
        #expect(try table.labels("a").levels == ["1,5"])
    }

    @Test(arguments: ["", "NA", "na", "N/A", "NaN", "null", "NULL", "\"\"", "  "])
    func `a missing value is neither a number nor a label`(cell: String) throws {
        let table = try table("x,y\n1,a\n\(cell),\(cell)\n")

        #expect(try table.numbers("x") == [1, nil])
        #expect(try table.labels("y") == LabelColumn(levels: ["a"], codes: [0, nil]))
    }

    @Test func `rows that lack a value are found`() throws {
        let table = try table("x,y,z\n1,a,\n,b,\n3,NA,\n4,d,\n")

        #expect(try table.rows(lacking: ["x", "y"]) == [1, 2])
        #expect(try table.rows(lacking: []) == [])
    }

    @Test func `a column is numbers only if all of it is`() throws {
        let table = try table("n,t,m,w\n1,true,1,a\n-2e3,FALSE,true,1\n,NA,0,b\n")

        #expect(try table.column("n") == .numbers([1, -2000, nil]))
        #expect(try table.column("t") == .numbers([1, 0, nil]))
        #expect(
            try table.column("m") == .labels(LabelColumn(levels: ["0", "1", "true"], codes: [1, 2, 0]))
        )
        #expect(try table.column("w") == .labels(LabelColumn(levels: ["1", "a", "b"], codes: [1, 0, 2])))
    }

    @Test func `levels are in the order of numbers, then of words`() throws {
        #expect(
            try table("g\n10\n9\nb\nB\n1.5\n").labels("g").levels == ["1.5", "9", "10", "B", "b"]
        )
    }

    @Test(arguments: ["abc", "1,234", "5%", "0x10", "inf", "-Infinity", "1e999", "1 2", "--1", "e"])
    func `text where a number belongs is refused with its line`(cell: String) throws {
        let table = try table("x,y\n1,1\n\"\(cell)\",2\n")
        let error = try #require(throws: HarnessError.self) { try table.numbers("x") }

        #expect(error.code == .badData)
        #expect(error.location?.hasSuffix("data.csv:3") == true)
        #expect(error.message.contains("must be a finite number"))
    }

    @Test func `numbers and truth values do not mix`() throws {
        let error = try #require(throws: HarnessError.self) { try table("x\ntrue\n3\n").numbers("x") }

        #expect(error.message.contains("true or false"))
    }

    @Test func `flags are 0 and 1 alone`() throws {
        #expect(try table("x\n1\n0\nNA\n").flags("x") == [true, false, nil])
        let error = try #require(throws: HarnessError.self) { try table("x\n1\n2\n").flags("x") }
        #expect(error.location?.hasSuffix(":3") == true)
    }

    @Test func `an unknown column is a usage error that names the nearest`() throws {
        let table = try table("outcome,slow,\n1,0,7\n")
        let near = try #require(throws: HarnessError.self) { try table.numbers("outcom") }
        let far = try #require(throws: HarnessError.self) { try table.labels("zzzzzzzz") }

        #expect(near.code == .usage)
        #expect(near.remedy == "did you mean \"outcome\"?")
        #expect(far.remedy == "columns: \"outcome\", \"slow\"")
        #expect(throws: HarnessError.self) { try table.labels("") }
    }

    static let faults: [(text: String, line: Int?, fragment: String)] = [
        ("", nil, "empty"),
        ("\n \r\n", nil, "empty"),
        ("a,b\n", nil, "no rows"),
        ("a,b\n\n1\n", 3, "1 cells under a header of 2"),
        ("a,b\n1,2,3\n", 2, "3 cells under a header of 2"),
        ("a,b,a\n1,2,3\n", 1, "two columns are called \"a\""),
        ("a;b\n1;2\n", 1, "not separated by commas"),
        ("a,b\n1,\"2\n3,4\n", 2, "does not end"),
        ("a,b\n\"1\"x,2\n", 2, "after the closing quote of cell 1"),
        ("a,b\n1,\0\n", 2, "NUL byte"),
    ]

    @Test(arguments: faults)
    func `a file that is no table is refused`(text: String, line: Int?, fragment: String) throws {
        let error = try #require(throws: HarnessError.self) { try table(text) }

        #expect(error.code == .badData)
        #expect(error.message.contains(fragment))
        #expect(error.location?.hasSuffix("data.csv" + (line.map { ":\($0)" } ?? "")) == true)
    }

    @Test func `a file that is not there and one that is not UTF-8 are refused`() throws {
        let missing = try #require(throws: HarnessError.self) {
            try DataTable(file: try TemporaryFolder.url().appendingPathComponent("none.csv"))
        }
        let latin = try TemporaryFolder.write([0x61, 0x0A, 0xE9, 0x0A], to: "latin.csv")
        let error = try #require(throws: HarnessError.self) { try DataTable(file: latin) }

        #expect(missing.code == .noInput)
        #expect(error.message.contains("UTF-8"))
        #expect(error.location?.hasSuffix("latin.csv:2") == true)
    }
}
