// What is refused before it is sent, and what ClientCredentials makes of a token endpoint's answers.

using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Borgerkontakt.Client;

public static partial class ClientTest
{
    private static async Task WhatNoHeaderMayHave()
    {
        foreach (var end in new[] { "\n", "\0", "\u2013" })
        {
            var e = await Thrown<ArgumentException>(() => Service().GetKontaktinformationAsync(Cpr + end));
            Same("x-civilregistrationIdentifier has characters that no header may have", e.Message);
            var pasted = new KontaktinformationApi(Url, Http, new Fixed("secret" + end));
            e = await Thrown<ArgumentException>(() => pasted.GetKontaktinformationAsync(Cpr));
            Same("Authorization has characters that no header may have", e.Message);
        }
        foreach (var step in new[] { ".", ".." })
        {
            var e = await Thrown<ArgumentException>(() => Service().GetKontaktinformationMobilNrAsync(step));
            Same("mobiltelefon is a step in the path, and not a value", e.Message);
        }
    }

    // Gives this answer to every call, and counts them.
    private sealed class Endpoint : HttpMessageHandler
    {
        private readonly string body;

        internal Endpoint(string body)
        {
            this.body = body;
        }

        internal int Times { get; private set; }

        internal ClientCredentials Tokens() => new ClientCredentials("http://tokens", "id", "secret", new HttpClient(this));

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Times++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
        }
    }

    private static async Task AnswersOfATokenEndpoint()
    {
        foreach (var body in new[] { "[]", "null", "1", "{}", "{\"access_token\":{}}", "{\"access_token\":1}" })
        {
            var tokens = new Endpoint(body).Tokens();
            var e = await Thrown<HttpRequestException>(() => tokens.TokenAsync(CancellationToken.None));
            Same(true, e.Message.StartsWith("no token: 200"));
        }
        foreach (var life in new[] { "\"abc\"", "null", "[]", "3600", "9000000000000000000" })
        {
            var endpoint = new Endpoint("{\"access_token\":\"a\",\"expires_in\":" + life + "}");
            var tokens = endpoint.Tokens();
            Same("a", await tokens.TokenAsync(CancellationToken.None));
            Same("a", await tokens.TokenAsync(CancellationToken.None));
            Same(life.EndsWith("00") ? 1 : 2, endpoint.Times);
        }
    }

    private static async Task ATokenThatTheServiceRefuses()
    {
        var endpoint = new Endpoint("{\"access_token\":\"refused\",\"expires_in\":3600}");
        var api = new KontaktinformationApi(Url, Http, endpoint.Tokens());
        for (var times = 1; times <= 2; times++)
        {
            await Refused(401, Fejlkode.LogonFailed, () => api.GetKontaktinformationAsync(Cpr));
            Same(times, endpoint.Times);
        }
    }
}
