import HarnessCommands

@main struct Evalharness {
    static func main() async { await CommandLineTool.main() }
}
