using System;
using System.Collections.Generic;
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
            Path = Path.Replace("{" + name + "}", Uri.EscapeDataString(value));
        }

        internal void Set(string name, string value)
        {
            if (value == null)
            {
                return;
            }
            if (value.IndexOfAny(new[] { '\r', '\n' }) >= 0)
            {
                throw new ArgumentException(name + " holds a line break");
            }
            Headers[name] = value;
        }
    }
}
