using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text;

namespace EvalHarness
{
    /// <summary>
    /// Loads a candidate's assembly and answers the calls of descriptor 3 on descriptor 4; runners/WIRE.md is the
    /// specification. Started as <c>driver.exe ARTIFACT MODE ENTRYPOINT</c>; of mode program see TestProgram. The calls begin with a T frame; the
    /// program's own declarations say what its parameters are.
    /// </summary>
    internal sealed class Driver
    {
        /// <summary>The harness's own fault, as opposed to anything a candidate does.</summary>
        private const int Fault = 70;
        private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
            | BindingFlags.NonPublic;

        private readonly Dictionary<string, object> task;
        private readonly Program program;
        private readonly Decoder decoder;
        private readonly Dictionary<string, object> objects = new Dictionary<string, object>();
        private readonly Input frames;
        private readonly object gate = new object();
        private int room = Output.ResultBytes;
        private Type holder;
        // The number of the call that is being made; none where negative.
        private int pending = -1;
        private int answered;

        private Driver(Dictionary<string, object> task, Program program, Input frames)
        {
            this.task = task;
            this.program = program;
            this.frames = frames;
            decoder = new Decoder(program);
        }

        internal static void Main(string[] arguments)
        {
            try
            {
                if (arguments.Length == 3 && arguments[1] == "program")
                {
                    TestProgram.Run(Load(arguments[0]), arguments[2]);
                }
                if (arguments.Length != 3 || arguments[1] != "calls") throw new Malformed("unknown mode");
                byte[] calls = Descriptors.ReadAll(Descriptors.Calls);
                var frames = new Input(calls, 0, calls.Length);
                frames.Expect('T');
                var task = (Dictionary<string, object>)frames.Slice().Plain();
                var records = Entry(task, "records") as Dictionary<string, object>;
                var driver = new Driver(task, new Program(Load(arguments[0]), records), frames);
                AppDomain.CurrentDomain.UnhandledException += (sender, last) => driver.End(last.ExceptionObject);
                driver.Answer(arguments[2]);
            }
            catch (Exception error)
            {
                Console.Error.WriteLine("driver: " + error);
                Descriptors.Exit(Fault);
            }
        }

        /// <summary>Loads an artefact: the assembly's length in decimal, a line break, it, its symbols.</summary>
        private static Assembly Load(string path)
        {
            byte[] bytes = Descriptors.ReadFile(path);
            int start = 1;
            while (bytes[start - 1] != '\n') start++;
            int length = int.Parse(Encoding.ASCII.GetString(bytes, 0, start - 1));
            int end = start + length;
            return Assembly.Load(Part(bytes, start, length), Part(bytes, end, bytes.Length - end));
        }

        private static byte[] Part(byte[] bytes, int start, int length)
        {
            var part = new byte[length];
            Array.Copy(bytes, start, part, 0, length);
            return part;
        }

        private void Answer(string entry)
        {
            if (Begin(entry))
            {
                while (!frames.IsAtEnd && frames.Peek() != 'Z')
                {
                    char kind = frames.Tag();
                    Call(kind, frames.Slice());
                }
            }
            Finish();
        }

        private void Finish()
        {
            Send("Z", Encoding.ASCII.GetBytes("I" + answered + ";"));
            Descriptors.Exit(0);
        }

        /// <summary>
        /// Answers what is left when an exception ends the process: one of another thread, or a stack that
        /// overflowed, which reflection does not let anybody catch.
        /// </summary>
        private void End(object error)
        {
            lock (gate)
            {
                if (pending >= 0) Refuse(pending, Diagnostic.Of((Exception)error, "call", program));
                while (!frames.IsAtEnd && frames.Peek() != 'Z')
                {
                    frames.Tag();
                    Refuse(
                        frames.Slice().Integer(), Diagnostic.Plain("HarnessSkipped", "the program had ended", "call"));
                }
                Finish();
            }
        }

        private bool Begin(string entry)
        {
            bool isObject = "object".Equals(Entry(task, "kind"));
            List<KeyValuePair<string, object>> facts;
            try
            {
                holder = isObject ? program.Named(entry) : program.HolderOf(entry);
                if (holder != null)
                {
                    Send("L", new byte[0]);
                    return true;
                }
                facts = Diagnostic.MissingEntry(entry, isObject ? "is not a class" : "is not a static method", "load");
            }
            catch (ReflectionTypeLoadException error)
            {
                facts = Diagnostic.Of(error, "load", program);
            }
            var output = new Output(Output.MaximumBytes);
            output.Plain(facts);
            Send("E", output.ToArray());
            return false;
        }

        private void Call(char kind, Input frame)
        {
            int sequence = frame.Integer();
            pending = sequence;
            string identity = kind == 'C' ? "" : frame.Identity();
            frame.Expect('S');
            string name = frame.Text();
            object target = null;
            if (kind == 'M' && !objects.TryGetValue(identity, out target))
            {
                Refuse(sequence, Diagnostic.Plain("HarnessSkipped", "the object was not constructed", "call"));
                return;
            }
            List<KeyValuePair<string, object>> facts;
            try
            {
                frame.Expect('L');
                int count = frame.Count();
                MethodBase function = Find(kind, name, count);
                if (function != null)
                {
                    ParameterInfo[] parameters = function.GetParameters();
                    var values = new object[count];
                    for (int index = 0; index < count; index++)
                    {
                        values[index] = decoder.Value(frame, parameters[index].ParameterType);
                    }
                    object made = Invoke(function, target, values, sequence, kind, name);
                    if (kind == 'O') objects[identity] = made;
                    return;
                }
                facts = Diagnostic.MissingEntry(name, "does not take " + count + " arguments", "call");
            }
            catch (Malformed)
            {
                throw;
            }
            catch (MissingRecord error)
            {
                string message = "the record type " + error.Message + " is not defined";
                facts = Diagnostic.Plain("HarnessMissingRecord", message, "call");
                Diagnostic.Add(facts, "missing_entry", error.Message);
            }
            catch (Mismatch error)
            {
                facts = Diagnostic.Plain("HarnessSignatureMismatch", error.Message, "call");
                Diagnostic.Add(facts, "signature_mismatch", true);
            }
            catch (TooLarge)
            {
                facts = Diagnostic.Plain("HarnessResultTooLarge", "the result is too large", "call");
            }
            catch (Exception error)
            {
                facts = Diagnostic.Of(Inner(error), "call", program);
            }
            Refuse(sequence, facts);
        }

        /// <summary>What the program raised: reflection and static initialisers wrap it.</summary>
        private static Exception Inner(Exception error)
        {
            while ((error is TargetInvocationException || error is TypeInitializationException)
                && error.InnerException != null)
            {
                error = error.InnerException;
            }
            return error;
        }

        private MethodBase Find(char kind, string name, int count)
        {
            const BindingFlags instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
            MethodBase[] all = kind == 'O'
                ? (MethodBase[])holder.GetConstructors(instance) : holder.GetMethods(Members);
            foreach (MethodBase each in all)
            {
                bool isCallable = kind == 'O' || each.Name == name && !each.IsGenericMethod
                    && (kind == 'M' || each.IsStatic);
                if (isCallable && each.GetParameters().Length == count) return each;
            }
            return null;
        }

        private object Invoke(MethodBase function, object target, object[] values, int sequence, char kind, string name)
        {
            List<object> types = Signature(kind, name, "parameters") as List<object>;
            byte[] before = Encoded(values, types, room);
            // A copy: what the program does to parameters passed by reference is no change of an argument.
            var passed = (object[])values.Clone();
            var constructor = function as ConstructorInfo;
            object result = constructor != null ? constructor.Invoke(passed) : function.Invoke(target, passed);
            var output = new Output(room);
            output.Plain(sequence);
            new Encoder(program, output).Value(kind == 'O' ? null : result, Signature(kind, name, "returns"), 0);
            byte[] after = Encoded(values, types, room - output.Size);
            output.Add(IsEqual(before, after) ? Encoding.ASCII.GetBytes("N") : after);
            room -= output.Size;
            Reply("R", output);
            return result;
        }

        private static bool IsEqual(byte[] left, byte[] right)
        {
            if (left.Length != right.Length) return false;
            for (int index = 0; index < left.Length; index++)
            {
                if (left[index] != right[index]) return false;
            }
            return true;
        }

        /// <summary>Encodes the arguments as they are now, where a call could change any of them.</summary>
        private byte[] Encoded(object[] values, List<object> types, int limit)
        {
            if (Array.TrueForAll(values, value => value == null || value is string || value is ValueType))
            {
                return new byte[0];
            }
            try
            {
                var output = new Output(limit);
                output.Header("L", values.Length);
                for (int index = 0; index < values.Length; index++)
                {
                    object type = types != null && index < types.Count ? Encoder.Part(types[index], 1) : null;
                    new Encoder(program, output).Value(values[index], type, 1);
                }
                return output.ToArray();
            }
            catch (TooLarge)
            {
                return Encoding.ASCII.GetBytes("L1:X9:too large");
            }
        }

        private object Signature(char kind, string name, string part)
        {
            if (kind != 'M') return Entry(task, part);
            var methods = Entry(task, "methods") as Dictionary<string, object>;
            return Entry(methods == null ? null : Entry(methods, name) as Dictionary<string, object>, part);
        }

        private static object Entry(Dictionary<string, object> map, string key)
        {
            object value;
            return map != null && map.TryGetValue(key, out value) ? value : null;
        }

        private void Refuse(int sequence, List<KeyValuePair<string, object>> facts)
        {
            var output = new Output(Output.MaximumBytes);
            output.Plain(sequence);
            output.Plain(facts);
            Reply("X", output);
        }

        private void Reply(string kind, Output output)
        {
            lock (gate)
            {
                pending = -1;
                answered++;
                Send(kind, output.ToArray());
            }
        }

        private static void Send(string kind, byte[] payload)
        {
            var output = new Output(Output.MaximumBytes + 64);
            output.Body(kind, payload);
            Descriptors.Write(Descriptors.Results, output.ToArray());
        }
    }
}
