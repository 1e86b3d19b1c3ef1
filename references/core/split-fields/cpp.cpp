#include <bits/stdc++.h>
using namespace std;

static size_t count_code_points(const string& text) {
    return count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
}

vector<string> split_fields(const string& line, const string& separator) {
    if (count_code_points(separator) != 1 || separator == "\"") {
        throw invalid_argument("the separator must be one code point and no quotation mark");
    }
    vector<string> fields;
    size_t position = 0;
    while (true) {
        string field;
        if (position < line.size() && line[position] == '"') {
            for (++position;; ++position) {
                if (position >= line.size()) throw invalid_argument("a quoted field is not closed");
                // A mark ends the field unless it is doubled.
                if (line[position] == '"' && line[++position] != '"') break;
                field += line[position];
            }
        } else {
            field = line.substr(position, line.find(separator, position) - position);
            if (field.find('"') != string::npos) throw invalid_argument("a quotation mark in an unquoted field");
            position += field.size();
        }
        fields.push_back(field);
        if (position == line.size()) return fields;
        if (line.compare(position, separator.size(), separator) != 0) {
            throw invalid_argument("a separator must follow a quoted field");
        }
        position += separator.size();
    }
}
