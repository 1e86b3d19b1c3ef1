import Telemetry

/// The published form of an event: JSON Schema, draft 2020-12, made from the tables that validate events.
package enum EventSchemaDocument {
    package static var json: JSONValue {
        .object([
            "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
            "title": .text("Developer telemetry event, version 1"),
            "description": .text("A CloudEvents 1.0 envelope with one payload for all types."),
            "type": .text("object"),
            "required": .array(["specversion", "id", "source", "type", "time", "data"].map(JSONValue.text)),
            "properties": .object(envelope.merging(["data": data]) { own, _ in own }),
            "allOf": .array(EventKind.allCases.map(rule)),
        ])
    }

    private static let envelope: [String: JSONValue] = [
        "specversion": .object(["const": .text("1.0")]),
        "id": text,
        "source": text,
        "type": .object(["enum": .array(EventKind.allCases.map { .text($0.type) })]),
        "time": .object(["type": .text("string"), "format": .text("date-time")]),
    ]

    private static let text = JSONValue.object([
        "type": .text("string"), "minLength": .integer(1), "maxLength": .integer(EventField.maximumText),
    ])

    private static var data: JSONValue {
        var properties: [String: JSONValue] = [:]
        for field in EventField.words + [.suggestion] where field != .source { properties[key(field)] = text }
        for field in EventField.numbers {
            properties[key(field)] =
                field == .ok
                ? .object(["type": .text("boolean")])
                : .object([
                    "type": .text(field.isCount ? "integer" : "number"),
                    "minimum": .number(field.range.lowerBound),
                    "maximum": .number(field.range.upperBound),
                ])
        }
        return .object([
            "type": .text("object"),
            "required": .array([.text(key(.developer))]),
            "properties": .object(properties),
        ])
    }

    /// If the type is this kind's, then its fields are there and its outcome is one of its own.
    private static func rule(_ kind: EventKind) -> JSONValue {
        var payload: [String: JSONValue] = ["required": .array(kind.required.map { .text(key($0)) })]
        if !kind.outcomes.isEmpty {
            let outcomes = JSONValue.object(["enum": .array(kind.outcomes.map(JSONValue.text))])
            payload["properties"] = .object([key(.outcome): outcomes])
        }
        let type = JSONValue.object(["type": .object(["const": .text(kind.type)])])
        return .object([
            "if": .object(["properties": type]),
            "then": .object(["properties": .object(["data": .object(payload)])]),
        ])
    }

    private static func key(_ field: EventField) -> String { String(field.name.dropFirst("data.".count)) }
}
