import HarnessCore
import Testing

@testable import Sandbox

@Suite struct FencesTests {
    @Test(arguments: IsolationLevel.allCases)
    func `an execution without a fence of its level is the sandbox's fault`(level: IsolationLevel) throws {
        let required = Fences.required(at: level)

        try LauncherWire.checkFences(required, at: level)
        for bit in 0..<32 where required.rawValue & 1 << bit != 0 {
            let fence = Fences(rawValue: 1 << bit)
            let error = #expect(throws: SandboxError.self) {
                try LauncherWire.checkFences(required.subtracting(fence), at: level)
            }
            #expect(error?.description.hasSuffix("without \(fence.names[0])") == true)
        }
    }

    @Test func `Landlock is required at the level fence and a second wall behind namespaces`() {
        #expect(Fences.required(at: .fence).contains(.landlock))
        #expect(!Fences.required(at: .full).contains(.landlock))
    }

    @Test func `a program that was never confined is no breach, because it never ran`() throws {
        try LauncherWire.checkFences([], at: .full)
    }
}
