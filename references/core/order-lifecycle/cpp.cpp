#include <bits/stdc++.h>
using namespace std;

struct OrderEvent {
    string kind;
    long long amount;
};

struct Order {
    string status;
    long long held;
};

struct invalid_state : runtime_error {
    using runtime_error::runtime_error;
};

Order follow_order(long long price, const vector<OrderEvent>& events) {
    static const map<string, set<string>> allowed{
        {"pay", {"new"}}, {"ship", {"paid"}}, {"cancel", {"new", "paid"}}, {"return", {"shipped"}}};
    if (price < 1) throw invalid_argument("price must be at least 1");
    Order order{"new", 0};
    for (const auto& [kind, amount] : events) {
        auto rule = allowed.find(kind);
        if (rule == allowed.end()) throw invalid_argument("unknown kind of event");
        if (!rule->second.count(order.status)) throw invalid_state("the status does not allow this event");
        if (kind == "pay") {
            if (amount < 1) throw out_of_range("a payment must be at least 1");
            order.held += amount;
            if (order.held >= price) order.status = "paid";
        } else if (kind == "ship") {
            order.status = "shipped";
        } else if (kind == "cancel") {
            order = {"cancelled", 0};
        } else {
            if (amount < 1 || amount > order.held) throw out_of_range("not an amount to return");
            order = {"returned", order.held - amount};
        }
    }
    return order;
}
