using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;

namespace EvalHarness
{
    /// <summary>What is known of a failure, as runners/WIRE.md lists it.</summary>
    internal static class Diagnostic
    {
        private const int MaximumMessage = 2000;
        private const string SourceName = "solution.cs";

        /// <summary>Describes an exception of the program; what its class overrides cannot fail the driver.</summary>
        internal static List<KeyValuePair<string, object>> Of(Exception error, string stage, Program program)
        {
            Type type = error.GetType();
            string message = "";
            int line = 0;
            try
            {
                message = error.Message ?? "";
                line = LineOf(new StackTrace(error, true));
            }
            catch (Exception)
            {
                // The exception's own members failed: its class is all there is to say.
            }
            List<KeyValuePair<string, object>> facts = Plain(type.Name, message, stage);
            var bases = new List<string>();
            for (Type each = type; each != null && each != typeof(object) && bases.Count < 20; each = each.BaseType)
            {
                if (!program.IsOwn(each)) bases.Add(each.Name);
            }
            Add(facts, "bases", bases);
            if (line > 0) Add(facts, "line", line);
            return facts;
        }

        internal static List<KeyValuePair<string, object>> Plain(string type, string message, string stage)
        {
            var facts = new List<KeyValuePair<string, object>>();
            Add(facts, "type", Bounded(type));
            Add(facts, "message", Bounded(message));
            Add(facts, "stage", stage);
            return facts;
        }

        internal static List<KeyValuePair<string, object>> MissingEntry(string name, string what, string stage)
        {
            List<KeyValuePair<string, object>> facts =
                Plain("HarnessMissingEntry", "the entry point " + name + " " + what, stage);
            Add(facts, "missing_entry", name);
            return facts;
        }

        internal static void Add(List<KeyValuePair<string, object>> facts, string name, object value)
        {
            facts.Add(new KeyValuePair<string, object>(name, value));
        }

        /// <summary>Returns the innermost line of the program; 0 where there is none.</summary>
        internal static int LineOf(StackTrace trace)
        {
            foreach (StackFrame frame in trace.GetFrames() ?? new StackFrame[0])
            {
                string file = frame.GetFileName();
                bool isOwn = file != null && file.EndsWith(SourceName, StringComparison.Ordinal);
                if (isOwn) return frame.GetFileLineNumber();
            }
            return 0;
        }

        /// <summary>Cuts a text and replaces halves of surrogate pairs.</summary>
        private static string Bounded(string text)
        {
            var result = new StringBuilder();
            for (int at = 0, count = 0; at < text.Length && count < MaximumMessage; at++, count++)
            {
                if (char.IsSurrogatePair(text, at)) result.Append(text, at++, 2);
                else result.Append(char.IsSurrogate(text[at]) ? '\uFFFD' : text[at]);
            }
            return result.ToString();
        }
    }
}
