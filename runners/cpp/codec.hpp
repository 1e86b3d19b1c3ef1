// How values of a program's types are read and written: Codec<T> for every plain type T.
//
// A type without a Codec is not plain data: as a parameter it does not fit the task, as a result it is opaque.
// Derived classes of plain types have no Codec of their own, because a template is chosen by the exact type.
#pragma once
#include "wire.hpp"

namespace evalharness {

template <class T> struct Codec {
    static constexpr bool is_plain = false;
};

template <class T> concept Plain = Codec<T>::is_plain;

// The fields of a record: specialised by EVALHARNESS_RECORD in the program's main file.
template <class T> struct Fields {
    static constexpr bool is_record = false;
};

template <class T> void write(Writer& writer, const T& value) {
    if constexpr (Plain<T>) {
        if (writer.depth >= deepest_value) return writer.opaque("too deep");
        ++writer.depth;
        Codec<T>::write(writer, value);
        --writer.depth;
    } else {
        writer.opaque(demangled(typeid(T).name()));
    }
}

// MARK: - Scalars

template <> struct Codec<bool> {
    static constexpr bool is_plain = true;
    static bool read(Reader& reader) {
        char tag = reader.tag();
        if (tag != 'T' && tag != 'F') give_up("an argument is not the truth value that the signature promises");
        return tag == 'T';
    }
    static void write(Writer& writer, bool value) { writer.boolean(value); }
};

template <class T>
    requires(std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t>
             && !std::same_as<T, char8_t> && !std::same_as<T, char16_t> && !std::same_as<T, char32_t>)
struct Codec<T> {
    static constexpr bool is_plain = true;
    // A narrower type than the task's takes what an ordinary call would give it.
    static T read(Reader& reader) { return static_cast<T>(reader.integer()); }
    static void write(Writer& writer, T value) { writer.integer(value); }
};

template <std::floating_point T> struct Codec<T> {
    static constexpr bool is_plain = true;
    static T read(Reader& reader) { return static_cast<T>(reader.real()); }
    static void write(Writer& writer, T value) { writer.real(static_cast<double>(value)); }
};

template <> struct Codec<std::string> {
    static constexpr bool is_plain = true;
    static std::string read(Reader& reader) { return std::string(reader.text()); }
    static void write(Writer& writer, const std::string& value) { writer.text(value); }
};

// A view reads from the calls, which stay as long as the process.
template <> struct Codec<std::string_view> {
    static constexpr bool is_plain = true;
    static std::string_view read(Reader& reader) { return reader.text(); }
    static void write(Writer& writer, std::string_view value) { writer.text(value); }
};

template <> struct Codec<const char*> {
    static constexpr bool is_plain = true;
    static const char* read(Reader& reader) { return (new std::string(reader.text()))->c_str(); }
    static void write(Writer& writer, const char* value) { value == nullptr ? writer.null() : writer.text(value); }
};

// MARK: - Containers

template <> struct Codec<std::vector<std::uint8_t>> {
    static constexpr bool is_plain = true;
    static std::vector<std::uint8_t> read(Reader& reader) {
        std::string_view bytes = reader.text();
        return {bytes.begin(), bytes.end()};
    }
    static void write(Writer& writer, const std::vector<std::uint8_t>& value) {
        writer.binary({reinterpret_cast<const char*>(value.data()), value.size()});
    }
};

// Containers of values: a sequence or a set, by the tag.
template <class C, char Tag> struct ItemsCodec {
    using Item = typename C::value_type;
    static constexpr bool is_plain = Plain<Item>;
    static C read(Reader& reader) {
        C items;
        for (std::size_t left = reader.items(); left > 0; --left) items.insert(items.end(), Codec<Item>::read(reader));
        return items;
    }
    static void write(Writer& writer, const C& items) {
        writer.count(Tag, items.size());
        for (const Item& item : items) evalharness::write<Item>(writer, item);
    }
};

template <class T> struct Codec<std::vector<T>> : ItemsCodec<std::vector<T>, 'L'> {};
template <class T> struct Codec<std::deque<T>> : ItemsCodec<std::deque<T>, 'L'> {};
template <class T> struct Codec<std::list<T>> : ItemsCodec<std::list<T>, 'L'> {};
template <class T, class L> struct Codec<std::set<T, L>> : ItemsCodec<std::set<T, L>, 'E'> {};
template <class T, class H, class E>
struct Codec<std::unordered_set<T, H, E>> : ItemsCodec<std::unordered_set<T, H, E>, 'E'> {};

template <class T, std::size_t N> struct Codec<std::array<T, N>> {
    static constexpr bool is_plain = Plain<T>;
    static std::array<T, N> read(Reader& reader) {
        if (reader.items() != N) throw std::length_error("a list does not have the length of the array");
        std::array<T, N> items{};
        for (T& item : items) item = Codec<T>::read(reader);
        return items;
    }
    static void write(Writer& writer, const std::array<T, N>& items) {
        writer.count('L', N);
        for (const T& item : items) evalharness::write<T>(writer, item);
    }
};

template <class C> struct MapCodec {
    using Key = typename C::key_type;
    using Value = typename C::mapped_type;
    static constexpr bool is_plain = Plain<Key> && Plain<Value>;
    static C read(Reader& reader) {
        if (reader.tag() != 'M') give_up("an argument is not the map that the signature promises");
        C map;
        for (std::size_t left = reader.number(':'); left > 0; --left) {
            Key key = Codec<Key>::read(reader);
            map.emplace(std::move(key), Codec<Value>::read(reader));
        }
        return map;
    }
    static void write(Writer& writer, const C& map) {
        writer.count('M', map.size());
        for (const auto& [key, value] : map) {
            evalharness::write<Key>(writer, key);
            evalharness::write<Value>(writer, value);
        }
    }
};

template <class K, class V, class L> struct Codec<std::map<K, V, L>> : MapCodec<std::map<K, V, L>> {};
template <class K, class V, class H, class E>
struct Codec<std::unordered_map<K, V, H, E>> : MapCodec<std::unordered_map<K, V, H, E>> {};

template <class C, class... T> struct TupleCodec {
    static constexpr bool is_plain = (Plain<T> && ...);
    static C read(Reader& reader) {
        if (reader.items() != sizeof...(T)) throw std::length_error("a list does not have the length of the tuple");
        return C{Codec<T>::read(reader)...};
    }
    static void write(Writer& writer, const C& tuple) {
        writer.count('U', sizeof...(T));
        std::apply([&](const T&... items) { (evalharness::write<T>(writer, items), ...); }, tuple);
    }
};

template <class... T> struct Codec<std::tuple<T...>> : TupleCodec<std::tuple<T...>, T...> {};
template <class A, class B> struct Codec<std::pair<A, B>> : TupleCodec<std::pair<A, B>, A, B> {};

template <class T> struct Codec<std::optional<T>> {
    static constexpr bool is_plain = Plain<T>;
    static std::optional<T> read(Reader& reader) {
        if (reader.peek() != 'N') return Codec<T>::read(reader);
        reader.tag();
        return std::nullopt;
    }
    static void write(Writer& writer, const std::optional<T>& value) {
        value.has_value() ? evalharness::write<T>(writer, *value) : writer.null();
    }
};

template <> struct Codec<std::nullopt_t> {
    static constexpr bool is_plain = true;
    static void write(Writer& writer, std::nullopt_t) { writer.null(); }
};

// MARK: - Records

template <class T>
    requires(Fields<T>::is_record)
struct Codec<T> {
    static constexpr bool is_plain = true;
    static T read(Reader& reader) {
        if (reader.tag() != 'R') give_up("an argument is not the record that the signature promises");
        reader.bytes(reader.number(':'));
        reader.number(':');
        return Fields<T>::read(reader);
    }
    static void write(Writer& writer, const T& value) {
        std::string_view name = Fields<T>::name;
        writer.count('R', name.size());
        writer.raw(name);
        writer.raw(std::to_string(Fields<T>::count) + ":");
        Fields<T>::write(writer, value);
    }
};

template <class T> T read_field(Reader& reader) {
    reader.text();
    return Codec<T>::read(reader);
}

template <class T> void write_field(Writer& writer, std::string_view name, const T& value) {
    writer.text(name);
    write<T>(writer, value);
}

}  // namespace evalharness
