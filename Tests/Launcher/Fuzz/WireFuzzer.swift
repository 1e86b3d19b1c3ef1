/// Gives the decoder of result frames any bytes; built with HarnessCore's own files by `make fuzz`.
///
/// What it accepts must be a value that the encoder writes and the decoder reads back as the same.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzWire(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: bytes, count: count))
    let (frames, isComplete) = WireFormat.leadingFrames(in: input)
    if isComplete, (try? WireFormat.frames(in: input))?.count != frames.count {
        fatalError("two readers disagree")
    }
    var room = WireFormat.maximumValues
    for frame in frames {
        guard let values = try? frame.values(room: &room), room >= 0 else { continue }
        let kind = Character(Unicode.Scalar(frame.kind))
        let written = WireFormat.encode(frame: kind, values)
        guard let again = try? WireFormat.frames(in: written), again.count == 1,
            let same = try? again[0].values(), same == values
        else { fatalError("a value does not survive being written") }
    }
    return 0
}
