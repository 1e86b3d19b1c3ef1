// Calls functions and objects of a program whose types are only known to the compiler.
//
// The parameters are those that the program declares: `int` where the task says `long long` is served as well.
// Only where a name is overloaded, or in constructors, the task's own types choose. The program's main file names the
// entry points by the macros at the end; it is compiled together with the program.
#pragma once
#include "codec.hpp"

namespace evalharness {

struct Call {
    __int128 number = 0;
    long long object = 0;
    void* object_pointer = nullptr;
    std::vector<std::string_view> arguments;
    Writer result;
    // Encodings of arguments that the call can change, around the call.
    std::vector<std::string> before, after;

    std::string changed_arguments() const;
};

struct Driver {
    // The class that is constructed, where there is one.
    std::string name;
    std::unordered_map<std::string, void (*)(Call&)> handlers;
    std::unordered_map<long long, void*> objects;

    [[noreturn]] void run();
    void answer(char letter, Reader payload);
};

template <class... T> struct Types {};
template <class T> constexpr bool never = false;

// MARK: - Arguments

template <class P> constexpr bool may_change = std::is_lvalue_reference_v<P> && !std::is_const_v<std::remove_reference_t<P>>;

template <class T> T read_argument(const Call& call, std::size_t index) {
    static_assert(Plain<T>, "HarnessSignature: a parameter has a type that no argument of the task fits");
    Reader reader{call.arguments[index].data(), call.arguments[index].data() + call.arguments[index].size()};
    return Codec<T>::read(reader);
}

template <class T> std::string encoding(bool is_wanted, const T& value) {
    if (!is_wanted) return {};
    Writer writer;
    write<T>(writer, value);
    return std::move(writer.out);
}

// Calls a function with the arguments as its parameters want them, and notes its result and what it changed.
template <class... P, class F, std::size_t... I> void call_with(Call& call, F function, std::index_sequence<I...>) {
    std::tuple<std::decay_t<P>...> values{read_argument<std::decay_t<P>>(call, I)...};
    call.before = {encoding(may_change<P>, std::get<I>(values))...};
    using Result = decltype(function(std::forward<P>(std::get<I>(values))...));
    if constexpr (std::is_void_v<Result>) {
        function(std::forward<P>(std::get<I>(values))...);
        call.result.null();
    } else {
        write<std::decay_t<Result>>(call.result, function(std::forward<P>(std::get<I>(values))...));
    }
    call.after = {encoding(may_change<P>, std::get<I>(values))...};
}

template <class F, class... P> void call_typed(Call& call, F function, Types<P...>) {
    if (call.arguments.size() != sizeof...(P)) give_up("a call has another number of arguments than the signature");
    call_with<P...>(call, function, std::index_sequence_for<P...>());
}

// MARK: - Parameters as the program declares them

template <class R, class... P> Types<P...> parameters(R (*)(P...));
template <class R, class C, class... P> Types<P...> parameters(R (C::*)(P...));
template <class R, class C, class... P> Types<P...> parameters(R (C::*)(P...) const);
template <class R, class C, class... P> Types<P...> parameters(R (C::*)(P...) &);
template <class R, class C, class... P> Types<P...> parameters(R (C::*)(P...) const&);

// An additional argument lets overloaded names be a choice not taken instead of an error.
template <class F> auto declared_by(int, F function) -> decltype(parameters(function));
template <class... T> constexpr std::size_t count_of(Types<T...>) { return sizeof...(T); }

template <class Declared, std::size_t N> constexpr bool declares_as_many() {
    if constexpr (requires(Declared declared) { declared(0); }) {
        return count_of(decltype(std::declval<Declared>()(0))()) == N;
    } else {
        return false;
    }
}

// `declared` returns the declared parameters, where there is but one declaration; `function` makes the call.
template <class... Task, class Declared, class F> void call_function(Call& call, Declared, F function) {
    if constexpr (declares_as_many<Declared, sizeof...(Task)>()) {
        call_typed(call, function, decltype(std::declval<Declared>()(0))());
    } else if constexpr (requires { function(std::declval<std::decay_t<Task>&>()...); }) {
        call_typed(call, function, Types<std::decay_t<Task>&...>());
    } else {
        static_assert(never<F>, "HarnessSignature: the entry point does not take the task's arguments");
    }
}

// MARK: - Constructors

// An argument that becomes whatever type the constructor asks for.
template <class Class> struct AnyArgument {
    const Call& call;
    std::size_t index;

    template <class T>
        requires(!std::is_same_v<T, Class> && Plain<T>)
    operator T() const { return read_argument<T>(call, index); }
};

template <class Class, class... Task, std::size_t... I>
void construct(Call& call, Types<Task...>, std::index_sequence<I...>) {
    if (call.arguments.size() != sizeof...(Task)) give_up("a constructor gets another number of arguments");
    if constexpr (std::is_constructible_v<Class, Task&...>) {
        std::tuple<Task...> values{read_argument<Task>(call, I)...};
        call.object_pointer = new Class(std::get<I>(values)...);
    } else if constexpr (requires { Class(AnyArgument<Class>{call, I}...); }) {
        call.object_pointer = new Class(AnyArgument<Class>{call, I}...);
    } else {
        static_assert(never<Class>, "HarnessSignature: no constructor takes the task's arguments");
    }
    call.result.null();
}

template <class Class, class... Task> void construct_from(Call& call, Types<Task...>) {
    construct<Class>(call, Types<std::decay_t<Task>...>(), std::index_sequence_for<Task...>());
}

}  // namespace evalharness

// MARK: - What the program's main file says

// EVALHARNESS_FUNCTION(name, types of the task's parameters...)
#define EVALHARNESS_FUNCTION(name, ...)                                                                            \
    driver.handlers[#name] = [](evalharness::Call& call) {                                                         \
        evalharness::call_function<__VA_ARGS__>(                                                                   \
            call, [](auto one) -> decltype(evalharness::declared_by(one, &::name)) { return {}; },                 \
            [](auto&&... given) -> decltype(::name(std::forward<decltype(given)>(given)...)) {                     \
                return ::name(std::forward<decltype(given)>(given)...);                                            \
            });                                                                                                    \
    };

// EVALHARNESS_METHOD(class, name, types of the task's parameters...)
#define EVALHARNESS_METHOD(type, name, ...)                                                                        \
    driver.handlers[#name] = [](evalharness::Call& call) {                                                         \
        type& object = *static_cast<type*>(call.object_pointer);                                                   \
        evalharness::call_function<__VA_ARGS__>(                                                                   \
            call, [](auto one) -> decltype(evalharness::declared_by(one, &type::name)) { return {}; },             \
            [&object](auto&&... given) -> decltype(object.name(std::forward<decltype(given)>(given)...)) {         \
                return object.name(std::forward<decltype(given)>(given)...);                                       \
            });                                                                                                    \
    };

// EVALHARNESS_CONSTRUCTOR(class, types of the task's parameters...)
#define EVALHARNESS_CONSTRUCTOR(type, ...)                                                                         \
    driver.handlers["new " + driver.name] = [](evalharness::Call& call) {                                          \
        evalharness::construct_from<type>(call, evalharness::Types<__VA_ARGS__>());                                \
    };

// EVALHARNESS_RECORD(struct, fields...)
#define EVALHARNESS_RECORD(type, ...)                                                                              \
    template <> struct evalharness::Fields<::type> {                                                               \
        static constexpr bool is_record = true;                                                                    \
        static constexpr std::string_view name = #type;                                                            \
        static constexpr int count = 0 EVALHARNESS_EACH(EVALHARNESS_COUNT, __VA_ARGS__);                           \
        static ::type read(evalharness::Reader& reader) { return read_as<::type>(reader); }                        \
        template <class Record> static Record read_as(evalharness::Reader& reader) {                               \
            if constexpr (std::is_default_constructible_v<Record>) {                                               \
                Record record{};                                                                                   \
                EVALHARNESS_EACH(EVALHARNESS_ASSIGN, __VA_ARGS__)                                                  \
                return record;                                                                                     \
            } else {                                                                                               \
                return Record{EVALHARNESS_EACH(EVALHARNESS_READ, __VA_ARGS__)};                                    \
            }                                                                                                      \
        }                                                                                                          \
        static void write(evalharness::Writer& writer, const ::type& record) {                                     \
            EVALHARNESS_EACH(EVALHARNESS_WRITE, __VA_ARGS__)                                                       \
        }                                                                                                          \
    };
#define EVALHARNESS_COUNT(field) +1
#define EVALHARNESS_ASSIGN(field) record.field = evalharness::read_field<decltype(record.field)>(reader);
#define EVALHARNESS_READ(field) evalharness::read_field<decltype(Record::field)>(reader),
#define EVALHARNESS_WRITE(field) evalharness::write_field(writer, #field, record.field);

#define EVALHARNESS_AGAIN ()
#define EVALHARNESS_EXPAND(...) EVALHARNESS_EXPAND3(EVALHARNESS_EXPAND3(EVALHARNESS_EXPAND3(__VA_ARGS__)))
#define EVALHARNESS_EXPAND3(...) EVALHARNESS_EXPAND2(EVALHARNESS_EXPAND2(EVALHARNESS_EXPAND2(__VA_ARGS__)))
#define EVALHARNESS_EXPAND2(...) EVALHARNESS_EXPAND1(EVALHARNESS_EXPAND1(EVALHARNESS_EXPAND1(__VA_ARGS__)))
#define EVALHARNESS_EXPAND1(...) __VA_ARGS__
#define EVALHARNESS_EACH(macro, ...) __VA_OPT__(EVALHARNESS_EXPAND(EVALHARNESS_STEP(macro, __VA_ARGS__)))
#define EVALHARNESS_STEP(macro, first, ...) macro(first) __VA_OPT__(EVALHARNESS_NEXT EVALHARNESS_AGAIN(macro, __VA_ARGS__))
#define EVALHARNESS_NEXT() EVALHARNESS_STEP
