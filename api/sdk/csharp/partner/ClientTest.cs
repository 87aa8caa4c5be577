// The whole job and the errors, against the service at BASE_URL and against answers that it does not give.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Borgerkontakt.Client;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

public static partial class ClientTest
{
    private const string Cpr = "0107809001";
    private const KontaktdataCodelList Mobile = KontaktdataCodelList.Mobiltelefon;
    private const KontaktdataCodelList Mail = KontaktdataCodelList.Mailadresse;
    private static readonly string Url = Environment.GetEnvironmentVariable("BASE_URL");
    private static readonly HttpClient Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

    private sealed class Fixed : ITokenSource
    {
        private readonly string token;

        internal Fixed(string token = "x")
        {
            this.token = token;
        }

        public Task<string> TokenAsync(CancellationToken cancellationToken) => Task.FromResult(token);
    }

    // Answers one call, and gives what was asked.
    private static async Task<string> Answer(
        int status, string type, string body, Func<KontaktinformationApi, Task> call)
    {
        var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = "http://127.0.0.1:" + ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        using (var server = new HttpListener())
        {
            server.Prefixes.Add(address + "/");
            server.Start();
            var called = call(new KontaktinformationApi(address, Http, new Fixed()));
            var accepted = server.GetContextAsync();
            if (await Task.WhenAny(called, accepted) == called)
            {
                await called;
                throw new Exception("nothing was sent");
            }
            var context = await accepted;
            var asked = new StreamReader(context.Request.InputStream).ReadToEnd();
            Same(new Version(1, 1), context.Request.ProtocolVersion);
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            context.Response.AddHeader("Location", "http://127.0.0.1:1/elsewhere");
            context.Response.Close(Encoding.UTF8.GetBytes(body), true);
            await called;
            return asked;
        }
    }

    private static KontaktinformationApi Service(string secret = "sandbox")
    {
        var tokens = new ClientCredentials(Url + "/oauth2/token", "akasse-11", secret, Http);
        return new KontaktinformationApi(Url, Http, tokens);
    }

    private static CreateKontaktinformationRequestType Message(params KontaktinformationDto[] entries)
    {
        return new CreateKontaktinformationRequestType(new KontaktinformationerDto(entries.ToList()));
    }

    private static KontaktinformationDto Entry(KontaktdataCodelList type, string data)
    {
        return new KontaktinformationDto(kontaktdataType: type, kontaktdata: data);
    }

    private static void Same(object expected, object actual)
    {
        if (!Equals(expected, actual))
        {
            throw new Exception("expected " + expected + ", got " + actual);
        }
    }

    private static async Task<T> Thrown<T>(Func<Task> call)
        where T : Exception
    {
        try
        {
            await call();
        }
        catch (T e)
        {
            return e;
        }
        throw new Exception("no " + typeof(T).Name);
    }

    private static async Task<ApiException> Refused(int status, Fejlkode code, Func<Task> call)
    {
        var e = await Thrown<ApiException>(call);
        Same(status + " " + code, e.Status + " " + e.Problem?.Fejlkode);
        Same(true, e.Problem.Fejltekst.Length > 0 && e.Message.Contains(e.Problem.SporingsId));
        return e;
    }

    private static async Task<string> Registered(KontaktinformationApi api)
    {
        var found = await api.GetKontaktinformationAsync(Cpr);
        return string.Join(", ", found.Kontaktinformationer.Kontaktinformation.Select(
            k => (int)k.KontaktdataType + " " + k.Kontaktdata + " " + k.Kontaktdatastatus));
    }

    private static async Task<string> Code(string recipient)
    {
        for (var end = DateTime.UtcNow.AddSeconds(10); DateTime.UtcNow < end; await Task.Delay(20))
        {
            foreach (var file in Directory.GetFiles(Environment.GetEnvironmentVariable("OUTBOX"), "*.json"))
            {
                var sent = JObject.Parse(File.ReadAllText(file));
                if ((string)sent["modtager"] == recipient)
                {
                    return Regex.Match((string)sent["tekst"], @"\b\d{6}\b").Value;
                }
            }
        }
        throw new Exception("no code was sent within 10 s");
    }

    private static async Task TheWholeJob()
    {
        var api = Service();
        await api.CreateKontaktinformationAsync(Cpr, Message(Entry(Mobile, "20 12 00 77"), Entry(Mail, "cs@example.dk")));
        await api.UpdateKontaktinformationAsync(
            Cpr,
            new UpdateKontaktinformationRequestType(Mail, KontaktdataStatusCodelList.Ugyldig),
            xUserIdentifier: "cs",
            xRequestUserTypeIdentifier: RequestUserTypeCodelList.Sagsbehandler);
        var ask = new GetVerfikationskodeRequestType(Mobile);
        await api.GetVerifikationskodeAsync(Cpr, ask);
        var again = await Refused(429, Fejlkode.ForMange, () => api.GetVerifikationskodeAsync(Cpr, ask));
        Same(true, again.RetryAfter >= TimeSpan.FromSeconds(1) && again.RetryAfter <= TimeSpan.FromSeconds(60));
        await api.VerificerKontaktinformationAsync(
            Cpr,
            new VerificerKontaktinformationRequestType(
                kontaktdataType: Mobile, verifikationskode: await Code("+4520120077")));
        Same("1 +4520120077 Verificeret, 3 cs@example.dk Ugyldig", await Registered(api));

        var byNumber = await api.GetKontaktinformationMobilNrAsync("+4520120077");
        var byMail = await api.GetKontaktinformationEmailAsync("cs@example.dk");
        Same(Cpr + Cpr, byNumber.Borgerer.Single().CivilregistrationIdentifier
            + byMail.Borgerer.Single().CivilregistrationIdentifier);
        Same(false, (byNumber + " " + byNumber.Borgerer[0]).Contains(Cpr));

        // Null: deleted. Not named: left alone.
        await api.CreateKontaktinformationAsync(Cpr, Message(Entry(Mail, null)));
        Same("1 +4520120077 Verificeret", await Registered(api));
        await api.CreateKontaktinformationAsync(Cpr, Message(Entry(Mobile, null)));
        await Refused(404, Fejlkode.IngenKontaktinformation, () => api.GetKontaktinformationAsync(Cpr));
    }

    private static async Task NullIsOnTheWire()
    {
        var message = Message(Entry(Mobile, null));
        var asked = await Answer(204, "", "", api => api.CreateKontaktinformationAsync(Cpr, message));
        const string entry = "{\"kontaktdataType\":1,\"kontaktdata\":null}";
        Same("{\"kontaktinformationer\":{\"kontaktinformation\":[" + entry + "]}}", asked);
        await Thrown<JsonSerializationException>(
            () => Service().CreateKontaktinformationAsync(Cpr, new CreateKontaktinformationRequestType(null)));
    }

    private static async Task Refusals()
    {
        var api = Service();
        await Refused(400, Fejlkode.InvalidCpr, () => api.GetKontaktinformationAsync("1"));
        var e = await Refused(400, Fejlkode.UgyldigtMobiltelefonnummer,
            () => api.CreateKontaktinformationAsync(Cpr, Message(Entry(Mobile, "12"))));
        Same("/kontaktinformationer/kontaktinformation/0/kontaktdata", e.Problem.Fejl[0].Sti);
        await Refused(401, Fejlkode.LogonFailed,
            () => new KontaktinformationApi(Url, Http, new Fixed()).GetKontaktinformationAsync(Cpr));
        var none = await Thrown<HttpRequestException>(() => Service("wrong").GetKontaktinformationAsync(Cpr));
        Same("no token: 401 invalid_client", none.Message);
    }

    private static async Task WhatALaterVersionAdds()
    {
        await Answer(200, "application/json", "{\"nyt\":1,\"kontaktinformationer\":{\"kontaktinformation\":["
            + "{\"kontaktdata\":\"x\",\"kontaktdataType\":77,\"kontaktdatastatus\":88,\"nyt\":{}}]}}",
            async api => Same("77 x 88", await Registered(api)));
        await Answer(409, "application/problem+json", "{\"type\":\"urn:borgerkontakt:fejl:98765\",\"title\":\"Ny\","
            + "\"status\":409,\"detail\":\"Ny\",\"fejlkode\":98765,\"fejltekst\":\"Ny\",\"sporingsId\":\"4bf9\"}",
            api => Refused(409, (Fejlkode)98765, () => api.GetKontaktinformationAsync(Cpr)));
    }

    private static async Task AnswersOfOthers()
    {
        foreach (var status in new[] { 502, 503, 302, 200 })
        {
            await Answer(status, "text/html", "<h1>Hello</h1>", async api =>
            {
                var e = await Thrown<ApiException>(() => api.GetKontaktinformationAsync(Cpr));
                Same(status, e.Status);
                Same(null, e.Problem);
            });
        }
        await Answer(200, "application/json", "{}",
            api => Thrown<ApiException>(() => api.GetKontaktinformationAsync(Cpr)));
        var nobody = new KontaktinformationApi("http://127.0.0.1:1", Http, new Fixed());
        var none = await Thrown<HttpRequestException>(() => nobody.GetKontaktinformationMobilNrAsync("+4520120077"));
        Same(false, none.ToString().Contains("20120077"));
    }

    public static int Main()
    {
        return RunAsync().GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync()
    {
        JsonConvert.DefaultSettings = () => new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore };
        var failed = 0;
        var tests = new Func<Task>[]
        {
            TheWholeJob, NullIsOnTheWire, WhatNoHeaderMayHave, Refusals, WhatALaterVersionAdds, AnswersOfOthers,
            AnswersOfATokenEndpoint, ATokenThatTheServiceRefuses,
        };
        foreach (var test in tests)
        {
            try
            {
                await test();
            }
            catch (Exception e)
            {
                failed++;
                Console.WriteLine(test.Method.Name + ": " + e);
            }
        }
        Console.WriteLine((tests.Length - failed) + " passed, " + failed + " failed");
        return failed;
    }
}
