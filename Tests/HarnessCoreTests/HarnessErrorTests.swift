import HarnessCore
import Testing

@Suite struct HarnessErrorTests {
    @Test func `A message names the place, the fault and the remedy`() {
        let error = HarnessError(
            .badData,
            "unknown task id \"T/9\"",
            at: "samples.jsonl:17",
            remedy: "did you mean \"T/0\"?"
        )

        #expect(
            error.description
                == "error: samples.jsonl:17: unknown task id \"T/9\"\n  did you mean \"T/0\"?"
        )
    }

    @Test func `A message without place and remedy is one line`() {
        #expect(HarnessError(.internalFault, "lost").description == "error: lost")
    }
}
