using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Text;

namespace EvalHarness
{
    /// <summary>
    /// Runs a program that holds its own tests; runners/README.md, "program", says what it reports. What descriptor 3
    /// holds goes back on descriptor 4 when the class's Main has returned. A failed Debug.Assert ends the program.
    /// </summary>
    internal static class TestProgram
    {
        internal static void Run(Assembly assembly, string name)
        {
            Send("A", new byte[0]);
            Debug.Listeners.Clear();
            Debug.Listeners.Add(new FailureListener());
            var program = new Program(assembly, null);
            AppDomain.CurrentDomain.UnhandledException +=
                (sender, last) => Fail(Diagnostic.Of((Exception)last.ExceptionObject, "call", program));
            try
            {
                const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
                Type holder = program.Named(name);
                MethodInfo main = holder == null ? null : holder.GetMethod("Main", all);
                if (main == null) Fail(Diagnostic.MissingEntry(name, "has no method Main", "load"));
                main.Invoke(null, main.GetParameters().Length == 0 ? null : new object[] { new string[0] });
            }
            catch (Exception error)
            {
                while ((error is TargetInvocationException || error is TypeInitializationException)
                    && error.InnerException != null)
                {
                    error = error.InnerException;
                }
                Fail(Diagnostic.Of(error, "call", program));
            }
            Console.Out.Flush();
            Descriptors.Write(Descriptors.Results, Descriptors.ReadAll(Descriptors.Calls));
            Descriptors.Exit(0);
        }

        private static void Fail(List<KeyValuePair<string, object>> facts)
        {
            var output = new Output(Output.MaximumBytes);
            output.Plain(facts);
            Send("E", output.ToArray());
            Descriptors.Exit(1);
        }

        private static void Send(string kind, byte[] payload)
        {
            var output = new Output(Output.MaximumBytes + 64);
            output.Body(kind, payload);
            Descriptors.Write(Descriptors.Results, output.ToArray());
        }

        private sealed class FailureListener : TraceListener
        {
            public override void Write(string message)
            {
            }

            public override void WriteLine(string message)
            {
            }

            public override void Fail(string message)
            {
                Fail(message, "");
            }

            public override void Fail(string message, string detail)
            {
                var facts = Diagnostic.Plain("DebugAssertion", ("Debug.Assert " + message).Trim(), "call");
                int line = Diagnostic.LineOf(new StackTrace(true));
                if (line > 0) Diagnostic.Add(facts, "line", line);
                TestProgram.Fail(facts);
            }
        }
    }
}
