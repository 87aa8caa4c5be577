using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;

namespace Borgerkontakt.Client
{
    /// <summary>Sends calls to the service.</summary>
    internal sealed class Caller
    {
        // Not JsonConvert, which takes over what the application has set for itself, "leave null out" for instance.
        private static readonly JsonSerializer Json = JsonSerializer.Create(
            new JsonSerializerSettings { DateParseHandling = DateParseHandling.None });

        private readonly string baseUrl;
        private readonly HttpClient http;
        private readonly ITokenSource tokens;

        internal Caller(string baseUrl, HttpClient http, ITokenSource tokens)
        {
            this.baseUrl = baseUrl.TrimEnd('/');
            this.http = http;
            this.tokens = tokens;
        }

        internal async Task<T> SendAsync<T>(Call call, CancellationToken cancellationToken)
            where T : class
        {
            using (var request = new HttpRequestMessage(call.Method, baseUrl + call.Path))
            {
                request.Version = new Version(1, 1);
                foreach (var header in call.Headers)
                {
                    request.Headers.Add(header.Key, header.Value);
                }
                if (call.Message != null)
                {
                    request.Content = new StringContent(Write(call.Message), Encoding.UTF8, "application/json");
                }
                request.Headers.TryAddWithoutValidation("Accept", "application/json, application/problem+json");
                request.Headers.TryAddWithoutValidation("User-Agent", Package.UserAgent);
                var token = await tokens.TokenAsync(cancellationToken).ConfigureAwait(false);
                request.Headers.Authorization =
                    new AuthenticationHeaderValue("Bearer", Call.Checked("Authorization", token));
                using (var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false))
                {
                    if (response.StatusCode == HttpStatusCode.Unauthorized && tokens is ClientCredentials credentials)
                    {
                        credentials.Drop(token);
                    }
                    return await ReadAsync<T>(response).ConfigureAwait(false);
                }
            }
        }

        private static async Task<T> ReadAsync<T>(HttpResponseMessage response)
            where T : class
        {
            var status = (int)response.StatusCode;
            var content = response.Content == null
                ? string.Empty
                : await response.Content.ReadAsStringAsync().ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                var isProblem = response.Content?.Headers.ContentType?.MediaType == "application/problem+json";
                var problem = isProblem ? Read<Problem>(content) : null;
                throw new ApiException(status, "an answer without a problem", problem, response.Headers.RetryAfter?.Delta);
            }
            if (typeof(T) == typeof(object))
            {
                return null;
            }
            return Read<T>(content)
                ?? throw new ApiException(status, "an answer that is not as the contract says", null, null);
        }

        private static string Write(object message)
        {
            var text = new StringWriter();
            Json.Serialize(text, message);
            return text.ToString();
        }

        private static T Read<T>(string content)
            where T : class
        {
            try
            {
                return (T)Json.Deserialize(new StringReader(content), typeof(T));
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
