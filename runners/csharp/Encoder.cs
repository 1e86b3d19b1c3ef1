using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;

namespace EvalHarness
{
    /// <summary>
    /// Writes results: values of plain types as themselves, everything else as opaque. Collections count only if
    /// their class is the library's own; the task's type decides how an array or a record stands for a tuple.
    /// </summary>
    internal sealed class Encoder
    {
        // Decimal conversion takes quadratic time; no honest answer has 120,000 digits.
        private const int MaximumIntegerBytes = 50000;
        private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        private readonly Program program;
        private readonly Output output;

        internal Encoder(Program program, Output output)
        {
            this.program = program;
            this.output = output;
        }

        internal static bool IsTuple(Type type)
        {
            return type.IsGenericType && type.Assembly == typeof(object).Assembly
                && (type.FullName.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
                    || type.FullName.StartsWith("System.Tuple`", StringComparison.Ordinal));
        }

        internal void Value(object value, object type, int depth)
        {
            if (Constructor(type) == "optional") type = Part(type, 1);
            if (value == null) output.Add("N");
            else if (Scalar(value)) return;
            else if (depth >= Output.MaximumDepth) Opaque("too deep");
            else Container(value, type, depth + 1);
        }

        private bool Scalar(object value)
        {
            switch (Type.GetTypeCode(value.GetType()))
            {
                case TypeCode.SByte:
                case TypeCode.Byte:
                case TypeCode.Int16:
                case TypeCode.UInt16:
                case TypeCode.Int32:
                case TypeCode.UInt32:
                case TypeCode.Int64:
                case TypeCode.UInt64:
                    if (value is Enum) return false;
                    output.Add("I" + ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture) + ";");
                    return true;
                case TypeCode.Boolean:
                    output.Add((bool)value ? "T" : "F");
                    return true;
                case TypeCode.Double:
                case TypeCode.Single:
                    double number = value is float ? (float)value : (double)value;
                    long bits = BitConverter.DoubleToInt64Bits(number);
                    output.Add("D" + bits.ToString("x16", CultureInfo.InvariantCulture));
                    return true;
                case TypeCode.String:
                    Text((string)value);
                    return true;
                default:
                    return Other(value);
            }
        }

        private bool Other(object value)
        {
            if (value is byte[])
            {
                output.Body("B", (byte[])value);
                return true;
            }
            // By name: the type itself would load another library at every start.
            Type kind = value.GetType();
            if (kind.FullName != "System.Numerics.BigInteger" || program.IsOwn(kind)) return false;
            Large(value);
            return true;
        }

        private void Large(object value)
        {
            var number = (BigInteger)value;
            if (number.ToByteArray().Length > MaximumIntegerBytes) throw new TooLarge();
            output.Add("I" + number.ToString(CultureInfo.InvariantCulture) + ";");
        }

        private void Text(string text)
        {
            byte[] body;
            try
            {
                body = Output.Utf8.GetBytes(text);
            }
            catch (EncoderFallbackException)
            {
                // Half of a surrogate pair: no text.
                Opaque("String");
                return;
            }
            output.Body("S", body);
        }

        private void Opaque(string name)
        {
            output.Body("X", Encoding.ASCII.GetBytes(name.Length <= 100 ? name : "object"));
        }

        private void Container(object value, object type, int depth)
        {
            Type kind = value.GetType();
            if (IsTuple(kind)) Items("U", Elements(value, kind), type, depth);
            else if (program.IsOwn(kind)) Own(value, kind, type, depth);
            else if (value is IDictionary) Map((IDictionary)value, type, depth);
            else if (IsSet(kind)) Items("E", All(value), type, depth);
            else if (value is IList) Items(Constructor(type) == "tuple" ? "U" : "L", All(value), type, depth);
            else Opaque(kind.Name);
        }

        private static bool IsSet(Type kind)
        {
            string name = kind.Namespace + "." + kind.Name;
            return name == "System.Collections.Generic.HashSet`1" || name == "System.Collections.Generic.SortedSet`1";
        }

        private static object[] All(object items)
        {
            var all = new List<object>();
            foreach (object item in (IEnumerable)items) all.Add(item);
            return all.ToArray();
        }

        private void Map(IDictionary map, object type, int depth)
        {
            output.Header("M", map.Count);
            foreach (DictionaryEntry entry in map)
            {
                Value(entry.Key, Part(type, 1), depth);
                Value(entry.Value, Part(type, 2), depth);
            }
        }

        private void Items(string tag, object[] items, object type, int depth)
        {
            output.Header(tag, items.Length);
            for (int index = 0; index < items.Length; index++)
            {
                Value(items[index], Constructor(type) == "tuple" ? Part(type, index + 1) : Part(type, 1), depth);
            }
        }

        private static object[] Elements(object tuple, Type kind)
        {
            var elements = new List<object>();
            for (int number = 1; number <= kind.GetGenericArguments().Length; number++)
            {
                string name = number == 8 ? "Rest" : "Item" + number;
                FieldInfo field = kind.GetField(name);
                object element = field != null ? field.GetValue(tuple) : kind.GetProperty(name).GetValue(tuple, null);
                if (number == 8) elements.AddRange(Elements(element, element.GetType()));
                else elements.Add(element);
            }
            return elements.ToArray();
        }

        /// <summary>Records: the task's fields where the program has them all, else its own, as declared.</summary>
        private void Own(object value, Type kind, object type, int depth)
        {
            if (kind.IsEnum || value is Delegate || value is Exception || value is IEnumerable)
            {
                Opaque(kind.Name);
                return;
            }
            List<MemberInfo> members = DataMembers(kind);
            List<object> declared = program.Fields(kind.Name);
            if (declared != null) members = Ordered(members, declared);
            output.Body("R", Output.Utf8.GetBytes(kind.Name));
            output.Add(members.Count.ToString(CultureInfo.InvariantCulture) + ":");
            foreach (MemberInfo member in members)
            {
                output.Text(member.Name);
                object field = declared == null ? null : declared.Find(each => member.Name.Equals(Part(each, 0)));
                Value(Read(member, value), Part(field, 1), depth);
            }
        }

        /// <summary>The members in the order of the task's fields, where they are the same.</summary>
        private static List<MemberInfo> Ordered(List<MemberInfo> members, List<object> declared)
        {
            var ordered = new List<MemberInfo>();
            foreach (object field in declared)
            {
                MemberInfo found = members.Find(member => member.Name.Equals(Part(field, 0)));
                if (found != null) ordered.Add(found);
            }
            return ordered.Count == members.Count && ordered.Count == declared.Count ? ordered : members;
        }

        private static List<MemberInfo> DataMembers(Type kind)
        {
            var members = new List<MemberInfo>();
            foreach (PropertyInfo each in kind.GetProperties(Members))
            {
                if (each.CanRead && each.GetIndexParameters().Length == 0) members.Add(each);
            }
            foreach (FieldInfo each in kind.GetFields(Members))
            {
                if (each.IsPublic) members.Add(each);
            }
            return members;
        }

        private static object Read(MemberInfo member, object value)
        {
            var field = member as FieldInfo;
            return field != null ? field.GetValue(value) : ((PropertyInfo)member).GetValue(value, null);
        }

        /// <summary>Returns "list", "set", … of a type that has parts, else null.</summary>
        internal static string Constructor(object type)
        {
            return Part(type, 0) as string;
        }

        internal static object Part(object type, int index)
        {
            var parts = type as List<object>;
            return parts != null && index < parts.Count ? parts[index] : null;
        }
    }
}
