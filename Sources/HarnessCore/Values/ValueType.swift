/// The type of a parameter or result in a task's signature, the same in every language.
package indirect enum ValueType: Sendable, Hashable {
    /// A 64-bit signed integer.
    case int
    /// An IEEE 754 double.
    case float
    case bool
    /// Unicode text.
    case string
    case bytes
    case list(ValueType)
    case set(ValueType)
    case map(key: ValueType, value: ValueType)
    case tuple([ValueType])
    case optional(ValueType)
    /// A named record declared by the task's signature.
    case record(String)
    /// The result of a procedure that returns nothing.
    case void
}
