#include <bits/stdc++.h>
using namespace std;

struct Page {
    vector<string> items;
    long long number;
    long long pages;
    optional<long long> previous;
    optional<long long> next;
};

Page paginate(const vector<string>& items, long long size, long long number) {
    if (size < 1) throw invalid_argument("size must be at least 1");
    long long count = static_cast<long long>(items.size());
    long long pages = count == 0 ? 1 : (count - 1) / size + 1;
    if (number < 1 || number > pages) throw out_of_range("there is no such page");
    long long first = (number - 1) * size;
    long long last = first + min(size, count - first);
    Page page{vector<string>(items.begin() + first, items.begin() + last), number, pages, nullopt, nullopt};
    if (number > 1) page.previous = number - 1;
    if (number < pages) page.next = number + 1;
    return page;
}
