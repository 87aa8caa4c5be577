using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;

namespace Borgerkontakt.Client
{
    /// <summary>What is to be sent.</summary>
    internal sealed class Call
    {
        internal Call(HttpMethod method, string path)
        {
            Method = method;
            Path = path;
        }

        internal HttpMethod Method { get; }

        internal string Path { get; private set; }

        internal IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

        internal object Message { get; set; }

        internal void Fill(string name, string value)
        {
            if (value == "." || value == "..")
            {
                // Uri would take the step, and the call would go to another address.
                throw new ArgumentException(name + " is a step in the path, and not a value");
            }
            Path = Path.Replace("{" + name + "}", Uri.EscapeDataString(value));
        }

        internal void Set(string name, string value)
        {
            if (value != null)
            {
                Headers[name] = Checked(name, value);
            }
        }

        // The library's own error may tell the value.
        internal static string Checked(string name, string value)
        {
            if (value.Any(c => c != '\t' && (c < ' ' || c > '~')))
            {
                throw new ArgumentException(name + " has characters that no header may have");
            }
            return value;
        }
    }
}
