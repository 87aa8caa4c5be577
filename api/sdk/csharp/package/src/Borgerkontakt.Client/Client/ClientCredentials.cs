using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Borgerkontakt.Client
{
    /// <summary>Gives the access token for a call.</summary>
    public interface ITokenSource
    {
        /// <summary>A token that is valid now.</summary>
        Task<string> TokenAsync(CancellationToken cancellationToken);
    }

    /// <summary>Gets tokens with a client's id and secret (RFC 6749, section 4.4), and keeps one until 30 seconds before
    /// it expires, a day at most, unless the service refuses it. Several threads may use it at once.</summary>
    public sealed class ClientCredentials : ITokenSource, IDisposable
    {
        private const long Day = 86400;

        private readonly string url;
        private readonly string credentials;
        private readonly HttpClient http;
        private readonly SemaphoreSlim one = new SemaphoreSlim(1);
        private volatile string refused;
        private string token;
        private DateTime until = DateTime.MinValue;

        /// <summary>A source that asks at an address, by a client that must follow no redirects: no other host is to see
        /// the secret.</summary>
        public ClientCredentials(string url, string clientId, string secret, HttpClient http)
        {
            this.url = url;
            this.http = http;
            var pair = Uri.EscapeDataString(clientId) + ":" + Uri.EscapeDataString(secret);
            credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
        }

        /// <inheritdoc />
        public async Task<string> TokenAsync(CancellationToken cancellationToken)
        {
            await one.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (DateTime.UtcNow >= until || token == refused)
                {
                    await AskAsync(cancellationToken).ConfigureAwait(false);
                }
                return token;
            }
            finally
            {
                one.Release();
            }
        }

        /// <inheritdoc />
        public void Dispose()
        {
            one.Dispose();
        }

        /// <summary>Has this token forgotten, unless another has taken its place already.</summary>
        internal void Drop(string token)
        {
            refused = token;
        }

        private async Task AskAsync(CancellationToken cancellationToken)
        {
            var asked = DateTime.UtcNow;
            using (var request = new HttpRequestMessage(HttpMethod.Post, url))
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
                request.Content = new FormUrlEncodedContent(
                    new[] { new KeyValuePair<string, string>("grant_type", "client_credentials") });
                using (var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false))
                {
                    var answer = Parse(await response.Content.ReadAsStringAsync().ConfigureAwait(false));
                    var given = (answer["access_token"] as JValue)?.Value as string;
                    if (!response.IsSuccessStatusCode || string.IsNullOrEmpty(given))
                    {
                        throw new HttpRequestException("no token: " + (int)response.StatusCode + " " + answer["error"]);
                    }
                    var life = (answer["expires_in"] as JValue)?.Value as long? ?? 0;
                    token = given;
                    refused = null;
                    until = asked.AddSeconds(Math.Max(0, Math.Min(life, Day)) - 30);
                }
            }
        }

        private static JObject Parse(string content)
        {
            try
            {
                return JObject.Load(new JsonTextReader(new StringReader(content)));
            }
            catch (JsonException)
            {
                return new JObject();
            }
        }
    }
}
