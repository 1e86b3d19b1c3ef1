using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace EvalHarness
{
    /// <summary>The bytes are not what the format allows: the harness's own fault.</summary>
    internal sealed class Malformed : Exception
    {
        internal Malformed(string message) : base(message) { }
    }

    /// <summary>A value needs more bytes than it may have.</summary>
    internal sealed class TooLarge : Exception { }

    /// <summary>Descriptors by number: the library opens files by name only.</summary>
    internal static class Descriptors
    {
        internal const int Calls = 3;
        internal const int Results = 4;

        [DllImport("libc.so.6")]
        private static extern int open(string path, int flags);

        [DllImport("libc.so.6")]
        private static extern int close(int descriptor);

        [DllImport("libc.so.6")]
        private static extern unsafe IntPtr read(int descriptor, byte* buffer, IntPtr count);

        [DllImport("libc.so.6")]
        private static extern unsafe IntPtr write(int descriptor, byte* buffer, IntPtr count);

        [DllImport("libc.so.6")]
        private static extern void _exit(int code);

        /// <summary>Reads everything; a stream of the library would cost a tenth of the start's time.</summary>
        internal static unsafe byte[] ReadAll(int descriptor)
        {
            var all = new byte[1 << 14];
            int size = 0;
            while (true)
            {
                if (size == all.Length) Array.Resize(ref all, 2 * size);
                int count;
                fixed (byte* start = all)
                {
                    count = (int)read(descriptor, start + size, (IntPtr)(all.Length - size));
                }
                if (count < 0) throw new IOException("descriptor " + descriptor + " cannot be read");
                if (count == 0) break;
                size += count;
            }
            Array.Resize(ref all, size);
            return all;
        }

        internal static byte[] ReadFile(string path)
        {
            int descriptor = open(path, 0);
            if (descriptor < 0) throw new IOException(path + " cannot be opened");
            byte[] all = ReadAll(descriptor);
            close(descriptor);
            return all;
        }

        internal static unsafe void Write(int descriptor, byte[] bytes)
        {
            fixed (byte* start = bytes)
            {
                for (int done = 0; done < bytes.Length;)
                {
                    int count = (int)write(descriptor, start + done, (IntPtr)(bytes.Length - done));
                    if (count <= 0) throw new IOException("descriptor " + descriptor + " cannot be written");
                    done += count;
                }
            }
        }

        /// <summary>Ends the process without running anything of the candidate's.</summary>
        internal static void Exit(int code)
        {
            Console.Out.Flush();
            Console.Error.Flush();
            _exit(code);
        }
    }

    /// <summary>Bytes that may still be written, up to a bound.</summary>
    internal sealed class Output
    {
        internal const int MaximumDepth = 200;
        internal const int MaximumBytes = 16 << 20;

        /// <summary>What all results may take: the frames that tell of failures still fit behind them.</summary>
        internal const int ResultBytes = MaximumBytes - (1 << 18);

        internal static readonly UTF8Encoding Utf8 = new UTF8Encoding(false, true);

        private byte[] bytes = new byte[256];
        private readonly int room;

        internal Output(int room)
        {
            this.room = room;
        }

        internal int Size { get; private set; }

        internal byte[] ToArray()
        {
            var all = new byte[Size];
            Array.Copy(bytes, all, Size);
            return all;
        }

        internal void Add(byte[] piece)
        {
            if (piece.Length > room - Size) throw new TooLarge();
            if (Size + piece.Length > bytes.Length)
            {
                Array.Resize(ref bytes, Math.Max(Size + piece.Length, 2 * bytes.Length));
            }
            Array.Copy(piece, 0, bytes, Size, piece.Length);
            Size += piece.Length;
        }

        internal void Add(string ascii)
        {
            Add(Encoding.ASCII.GetBytes(ascii));
        }

        internal void Header(string tag, int count)
        {
            Add(tag + count.ToString(CultureInfo.InvariantCulture) + ":");
        }

        internal void Body(string tag, byte[] body)
        {
            Header(tag, body.Length);
            Add(body);
        }

        internal void Text(string text)
        {
            Body("S", Utf8.GetBytes(text));
        }

        /// <summary>Writes what a diagnostic holds: text, whole numbers, booleans, lists and maps of them.</summary>
        internal void Plain(object value)
        {
            if (value is string)
            {
                Text((string)value);
            }
            else if (value is int)
            {
                Add("I" + ((int)value).ToString(CultureInfo.InvariantCulture) + ";");
            }
            else if (value is bool)
            {
                Add((bool)value ? "T" : "F");
            }
            else if (value is List<string>)
            {
                var items = (List<string>)value;
                Header("L", items.Count);
                foreach (string item in items) Text(item);
            }
            else
            {
                var facts = (List<KeyValuePair<string, object>>)value;
                Header("M", facts.Count);
                foreach (var fact in facts)
                {
                    Text(fact.Key);
                    Plain(fact.Value);
                }
            }
        }
    }

    /// <summary>Reads tags, lengths and bodies in order.</summary>
    internal sealed class Input
    {
        private readonly byte[] bytes;
        private readonly int end;

        internal Input(byte[] bytes, int at, int end)
        {
            this.bytes = bytes;
            this.end = end;
            Position = at;
        }

        internal int Position { get; set; }

        internal bool IsAtEnd { get { return Position >= end; } }

        internal char Peek()
        {
            return IsAtEnd ? '\0' : (char)bytes[Position];
        }

        internal char Tag()
        {
            if (IsAtEnd) throw new Malformed("a value is missing");
            return (char)bytes[Position++];
        }

        internal void Expect(char tag)
        {
            if (Tag() != tag) throw new Malformed("expected a value with the tag " + tag);
        }

        internal string Until(char stop)
        {
            int from = Position;
            while (Tag() != stop) { }
            return Encoding.ASCII.GetString(bytes, from, Position - 1 - from);
        }

        internal int Count()
        {
            int count;
            if (!int.TryParse(Until(':'), NumberStyles.None, CultureInfo.InvariantCulture, out count)
                || count > end - Position)
            {
                throw new Malformed("a length runs past the end");
            }
            return count;
        }

        internal Input Slice()
        {
            int count = Count();
            Position += count;
            return new Input(bytes, Position - count, Position);
        }

        internal byte[] Body()
        {
            var body = new byte[Count()];
            Array.Copy(bytes, Position, body, 0, body.Length);
            Position += body.Length;
            return body;
        }

        internal string Text()
        {
            return Output.Utf8.GetString(Body());
        }

        internal int Integer()
        {
            Expect('I');
            return int.Parse(Until(';'), CultureInfo.InvariantCulture);
        }

        /// <summary>Reads an integer that only names something.</summary>
        internal string Identity()
        {
            Expect('I');
            return Until(';');
        }

        internal double Real()
        {
            Position += 16;
            string digits = Encoding.ASCII.GetString(bytes, Position - 16, 16);
            return BitConverter.Int64BitsToDouble((long)ulong.Parse(digits, NumberStyles.AllowHexSpecifier));
        }

        /// <summary>Reads a description of types: texts, lists, booleans and maps of them.</summary>
        internal object Plain()
        {
            char tag = Tag();
            switch (tag)
            {
                case 'S':
                    return Text();
                case 'T':
                case 'F':
                    return tag == 'T';
                case 'N':
                    return null;
                case 'L':
                    var items = new List<object>();
                    for (int left = Count(); left > 0; left--) items.Add(Plain());
                    return items;
                case 'M':
                    var entries = new Dictionary<string, object>();
                    for (int left = Count(); left > 0; left--)
                    {
                        string key = (string)Plain();
                        entries[key] = Plain();
                    }
                    return entries;
                default:
                    throw new Malformed("a type is described by the tag " + tag);
            }
        }
    }
}
