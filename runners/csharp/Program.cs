using System;
using System.Collections.Generic;
using System.Linq;
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
            return assembly.GetTypes().FirstOrDefault(type => type.Name == name);
        }

        /// <summary>Returns the class that holds a function: Solution, or whichever has it.</summary>
        internal Type HolderOf(string function)
        {
            const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
            return assembly.GetTypes().OrderBy(type => type.Name != "Solution")
                .FirstOrDefault(type => type.GetMethods(all).Any(method => method.Name == function));
        }

        /// <summary>Returns the fields, pairs of name and type, of one of the task's records; else null.</summary>
        internal List<object> Fields(string record)
        {
            object fields;
            return records != null && records.TryGetValue(record, out fields) ? fields as List<object> : null;
        }
    }
}
