using System;
using System.Collections.Generic;
using System.Reflection;

namespace EvalHarness
{
    /// <summary>The candidate's classes.</summary>
    internal sealed class Program
    {
        private readonly Assembly assembly;
        private readonly Dictionary<string, object> records;

        internal Program(Assembly assembly, Dictionary<string, object> records)
        {
            this.assembly = assembly;
            this.records = records;
        }

        internal bool IsOwn(Type type)
        {
            return type.Assembly == assembly;
        }

        internal Type Named(string name)
        {
            foreach (Type type in assembly.GetTypes())
            {
                if (type.Name == name) return type;
            }
            return null;
        }

        /// <summary>Returns the class that holds a function: Solution, or whichever has it.</summary>
        internal Type HolderOf(string function)
        {
            Type found = null;
            foreach (Type type in assembly.GetTypes())
            {
                bool isBetter = found == null || type.Name == "Solution";
                if (isBetter && HasStatic(type, function)) found = type;
            }
            return found;
        }

        private static bool HasStatic(Type type, string function)
        {
            const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
            foreach (MethodInfo method in type.GetMethods(all))
            {
                if (method.Name == function) return true;
            }
            return false;
        }

        /// <summary>Returns the fields, pairs of name and type, of one of the task's records; else null.</summary>
        internal List<object> Fields(string record)
        {
            object fields;
            return records != null && records.TryGetValue(record, out fields) ? fields as List<object> : null;
        }
    }
}
