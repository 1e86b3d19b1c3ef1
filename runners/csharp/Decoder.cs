using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace EvalHarness
{
    /// <summary>The program declares a parameter that cannot take what the task passes.</summary>
    internal sealed class Mismatch : Exception
    {
        internal Mismatch(Type declared, string what)
            : base("a parameter of type " + declared.Name + " cannot take " + what) { }
    }

    /// <summary>The program lacks a record type.</summary>
    internal sealed class MissingRecord : Exception
    {
        internal MissingRecord(string name) : base(name) { }
    }

    /// <summary>Makes arguments of the types that the program itself declares.</summary>
    internal sealed class Decoder
    {
        private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        private readonly Program program;

        internal Decoder(Program program)
        {
            this.program = program;
        }

        internal object Value(Input input, Type type)
        {
            Type wrapped = Nullable.GetUnderlyingType(type);
            char tag = input.Tag();
            if (tag == 'N')
            {
                if (type.IsValueType && wrapped == null) throw new Mismatch(type, "null");
                return null;
            }
            type = wrapped ?? type;
            switch (tag)
            {
                case 'T':
                case 'F':
                    return Fitting(tag == 'T', type);
                case 'I':
                    return Integer(input.Until(';'), type);
                case 'D':
                    double number = input.Real();
                    return type == typeof(float) ? (object)(float)number : Fitting(number, type);
                case 'S':
                    return Fitting(input.Text(), type);
                case 'B':
                    return Fitting(input.Body(), type);
                case 'L':
                case 'U':
                    return Sequence(input, type);
                case 'E':
                    return Set(input, type);
                case 'M':
                    return Map(input, type);
                case 'R':
                    return Record(input, type);
                default:
                    throw new Malformed("a value has an unknown tag");
            }
        }

        private static object Fitting(object value, Type type)
        {
            if (!type.IsInstanceOfType(value)) throw new Mismatch(type, "a " + value.GetType().Name);
            return value;
        }

        private static object Integer(string digits, Type type)
        {
            long number;
            bool isLong =
                long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
            if (isLong && (type == typeof(long) || type == typeof(object))) return number;
            if (isLong && type == typeof(int) && number == (int)number) return (int)number;
            return OtherInteger(digits, type);
        }

        /// <summary>What few programs declare, apart: it would load another library at every start.</summary>
        private static object OtherInteger(string digits, Type type)
        {
            BigInteger number = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
            try
            {
                if (type == typeof(BigInteger)) return number;
                if (type == typeof(ulong)) return (ulong)number;
                if (type == typeof(uint)) return (uint)number;
                if (type == typeof(double)) return (double)number;
                if (type == typeof(decimal)) return (decimal)number;
            }
            catch (OverflowException)
            {
                // It does not fit: the same as any other type that cannot take it.
            }
            throw new Mismatch(type, "the integer " + digits);
        }

        private object Sequence(Input input, Type type)
        {
            if (type.IsArray)
            {
                Array array = Array.CreateInstance(type.GetElementType(), input.Count());
                for (int index = 0; index < array.Length; index++)
                {
                    array.SetValue(Value(input, type.GetElementType()), index);
                }
                return array;
            }
            if (Encoder.IsTuple(type))
            {
                int count = input.Count();
                return Tuple(input, type, count);
            }
            return Items(input, type, typeof(List<>));
        }

        private object Tuple(Input input, Type type, int count)
        {
            Type[] parts = type.GetGenericArguments();
            bool hasRest = parts.Length == 8;
            if (hasRest ? count < 8 : count != parts.Length) throw new Mismatch(type, "as many elements");
            var values = new object[parts.Length];
            for (int index = 0; index < parts.Length; index++)
            {
                values[index] = hasRest && index == 7
                    ? Tuple(input, parts[7], count - 7) : Value(input, parts[index]);
            }
            return Activator.CreateInstance(type, values);
        }

        private object Set(Input input, Type type)
        {
            return Items(input, type, typeof(HashSet<>));
        }

        /// <summary>Makes a list or set: the usual class, or the library's own that the program declares.</summary>
        private object Items(Input input, Type type, Type usual)
        {
            Type element = type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);
            Type standard = usual.MakeGenericType(element);
            Type chosen = type.IsAssignableFrom(standard) ? standard : type;
            MethodInfo add =
                chosen.GetMethod("Add", new[] { element }) ?? chosen.GetMethod("AddLast", new[] { element });
            if (chosen.IsInterface || chosen.IsAbstract || add == null || program.IsOwn(chosen)
                || type.IsGenericType && type.GetGenericArguments().Length != 1)
            {
                throw new Mismatch(type, "a list or set");
            }
            object items = Activator.CreateInstance(chosen);
            var list = items as IList;
            for (int left = input.Count(); left > 0; left--)
            {
                object item = Value(input, element);
                if (list != null) list.Add(item);
                else add.Invoke(items, new[] { item });
            }
            return items;
        }

        private object Map(Input input, Type type)
        {
            Type[] parts = type.IsGenericType ? type.GetGenericArguments() : new[] { typeof(object), typeof(object) };
            if (parts.Length != 2) throw new Mismatch(type, "a map");
            Type standard = typeof(Dictionary<,>).MakeGenericType(parts);
            Type chosen = type.IsAssignableFrom(standard) ? standard : type;
            if (chosen.IsInterface || program.IsOwn(chosen) || !typeof(IDictionary).IsAssignableFrom(chosen))
            {
                throw new Mismatch(type, "a map");
            }
            var map = (IDictionary)Activator.CreateInstance(chosen);
            for (int left = input.Count(); left > 0; left--)
            {
                object key = Value(input, parts[0]);
                map[key] = Value(input, parts[1]);
            }
            return map;
        }

        private object Record(Input input, Type declared)
        {
            string name = input.Text();
            Type own = program.IsOwn(declared) ? declared : program.Named(name);
            if (own == null) throw new MissingRecord(name);
            if (!declared.IsAssignableFrom(own)) throw new Mismatch(declared, "a " + name);
            int count = input.Count();
            ConstructorInfo constructor = count == 0 ? null
                : Array.Find(own.GetConstructors(Members), each => each.GetParameters().Length == count);
            object made = constructor == null ? Activator.CreateInstance(own, true) : null;
            var values = new object[count];
            for (int left = count; left > 0; left--)
            {
                input.Expect('S');
                string field = input.Text();
                if (constructor == null) Set(made, own, field, input);
                else Place(values, constructor.GetParameters(), field, input);
            }
            return constructor == null ? made : constructor.Invoke(values);
        }

        /// <summary>A constructor's parameters are the fields, whatever their case.</summary>
        private void Place(object[] values, ParameterInfo[] parameters, string field, Input input)
        {
            int index = Array.FindIndex(
                parameters, each => string.Equals(each.Name, field, StringComparison.OrdinalIgnoreCase));
            if (index < 0) throw new Mismatch(parameters[0].Member.DeclaringType, "the field " + field);
            values[index] = Value(input, parameters[index].ParameterType);
        }

        private void Set(object made, Type own, string field, Input input)
        {
            PropertyInfo property = own.GetProperty(field, Members);
            FieldInfo plain = own.GetField(field, Members)
                ?? own.GetField("<" + field + ">k__BackingField", Members);
            if (property != null && property.CanWrite)
            {
                property.SetValue(made, Value(input, property.PropertyType), null);
            }
            else if (plain != null)
            {
                plain.SetValue(made, Value(input, plain.FieldType));
            }
            else
            {
                throw new Mismatch(own, "the field " + field);
            }
        }
    }
}
