using System;
using System.Linq;

namespace Borgerkontakt.Client
{
    /// <summary>An answer that is not a success. Its message holds no personal data.</summary>
    public sealed class ApiException : Exception
    {
        internal ApiException(int status, string text, Problem problem, TimeSpan? retryAfter)
            : base(status + ": " + (problem == null ? text : Describe(problem)))
        {
            Status = status;
            Problem = problem;
            RetryAfter = retryAfter;
        }

        /// <summary>The answer's HTTP status.</summary>
        public int Status { get; }

        /// <summary>The service's account of it; null when another one answered, a proxy on the way for instance.</summary>
        public Problem Problem { get; }

        /// <summary>How long to wait before the next try; null when the answer doesn't say.</summary>
        public TimeSpan? RetryAfter { get; }

        private static string Describe(Problem problem)
        {
            var places = (problem.Fejl ?? Enumerable.Empty<Fejl>())
                .Select(fejl => "; " + fejl.Sti + ": " + fejl.Fejlkode.ToString("D") + " " + fejl.Tekst);
            return problem.Fejlkode.ToString("D") + " " + problem.Fejltekst + " (sporingsId " + problem.SporingsId + ")"
                + string.Concat(places);
        }
    }
}
