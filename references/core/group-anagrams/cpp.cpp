#include <bits/stdc++.h>
using namespace std;

static vector<string> letters(const string& word) {
    vector<string> points;
    for (char byte : word) {
        if ((byte & 0xC0) == 0x80 && !points.empty()) points.back() += byte;
        else if (byte >= 'A' && byte <= 'Z') points.emplace_back(1, static_cast<char>(byte - 'A' + 'a'));
        else points.emplace_back(1, byte);
    }
    sort(points.begin(), points.end());
    return points;
}

vector<vector<string>> group_anagrams(const vector<string>& words) {
    map<vector<string>, vector<string>> by_letters;
    for (const string& word : words) by_letters[letters(word)].push_back(word);
    vector<vector<string>> groups;
    for (const auto& [key, group] : by_letters) {
        if (group.size() > 1) groups.push_back(group);
    }
    return groups;
}
