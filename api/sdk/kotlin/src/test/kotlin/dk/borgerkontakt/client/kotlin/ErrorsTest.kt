package dk.borgerkontakt.client.kotlin

import dk.borgerkontakt.client.kotlin.model.Fejlkode
import java.net.http.HttpClient
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.assertj.core.api.Assertions.catchThrowableOfType
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

class ErrorsTest {
    private val server = CannedServer()

    @AfterEach
    fun stop() = server.close()

    @Test
    fun `a problem is typed`() {
        server.answers(429, "application/problem+json", problem(90002), "17")
        val e = catchThrowableOfType(ProblemException::class.java, ::call)

        assertThat(e.fejlkode).isEqualTo(Fejlkode.ForMange)
        assertThat(listOf(e.status, e.retryAfter, e.fejl)).containsExactly(429, 17L, emptyList<Any>())
        assertThat(e).hasMessage("getKontaktinformation: HTTP 429, 90002 For mange æøå (sporingsId ab)")
    }

    @Test
    fun `an unknown fejlkode is kept`() {
        server.answers(429, "application/problem+json;charset=utf-8", problem(91234), "later")
        val e = catchThrowableOfType(ProblemException::class.java, ::call)

        assertThat(e.fejlkode).isEqualTo(Fejlkode(91234))
        assertThat(e.fejlkode.isKnown).isFalse()
        assertThat(e.retryAfter).isNull()
    }

    @Test
    fun `what the service did not say is an error too`() {
        server.answers(502, "text/html", "<html>", "5")
        server.answers(503, "application/problem+json", """{"title":"x"}""")
        val page = catchThrowableOfType(ApiException::class.java, ::call)

        assertThat(page).isNotInstanceOf(ProblemException::class.java)
            .hasMessage("getKontaktinformation: HTTP 502, not from the service (text/html)")
        assertThat(listOf(page.status, page.retryAfter)).containsExactly(502, 5L)
        assertThat(catchThrowableOfType(ApiException::class.java, ::call).status).isEqualTo(503)
        server.close()
        val silent = catchThrowableOfType(ApiException::class.java, ::call)
        assertThat(silent.status).isZero()
        assertThat(silent).hasMessage("getKontaktinformation: no answer")
    }

    @Test
    fun `a token is kept while it lives`() {
        server.answers(200, "application/json", """{"access_token":"a","expires_in":3600}""")
        val token = ClientCredentials("${server.url}/oauth2/token", "id", "secret")

        assertThat(listOf(token(), token())).containsExactly("a", "a")
        assertThat(server.received).hasSize(1)
        assertThat(server.received[0].body).isEqualTo("grant_type=client_credentials")
    }

    @Test
    fun `a token that does not live, or is refused, is asked for anew`() {
        server.answers(401, "application/json", """{"error":"invalid_client"}""")
        server.answers(200, "application/json", """{"access_token":"a","expires_in":0}""")
        server.answers(200, "application/json", """{"access_token":"b"}""")
        val token = ClientCredentials("${server.url}/oauth2/token", "id", "secret")

        assertThatThrownBy { token() }.isInstanceOf(ApiException::class.java)
            .hasMessage("token: HTTP 401, invalid_client")
        assertThat(listOf(token(), token())).containsExactly("a", "b")
    }

    @Test
    fun `a life that is no number is none, and no object is no token`() {
        server.answers(200, "application/json", """{"access_token":"a","expires_in":"abc"}""")
        server.answers(200, "application/json", """{"access_token":"b","expires_in":1e30}""")
        val token = ClientCredentials("${server.url}/oauth2/token", "id", "secret")
        assertThat(listOf(token(), token(), token())).containsExactly("a", "b", "b")

        server.answers(200, "application/json", "[]")
        assertThatThrownBy { ClientCredentials("${server.url}/oauth2/token", "id", "secret")() }
            .hasMessage("token: HTTP 200, no token in the answer")
    }

    @Test
    fun `a token that the service refuses is dropped`() {
        server.answers(200, "application/json", """{"access_token":"a","expires_in":3600}""")
        server.answers(401, "text/html", "")
        server.answers(200, "application/json", """{"access_token":"b","expires_in":3600}""")
        server.answers(200, "application/json", """{"borgerer":[]}""")
        val token = ClientCredentials("${server.url}/oauth2/token", "id", "secret")
        val api = KontaktinformationApi(ApiClient(server.url, accessToken = token))

        assertThatThrownBy { api.getKontaktinformationEmail("a@example.dk") }.hasMessageContaining("HTTP 401")
        api.getKontaktinformationEmail("a@example.dk")
        assertThat(server.received[1].headers["Authorization"]).containsExactly("Bearer a")
        assertThat(server.received[3].headers["Authorization"]).containsExactly("Bearer b")
    }

    @Test
    fun `a client that follows redirects is refused`() {
        val http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()

        assertThatThrownBy { ClientCredentials(server.url, "id", "secret", http) }
            .isInstanceOf(IllegalArgumentException::class.java).hasMessageContaining("follows redirects")
        assertThatThrownBy { ApiClient(server.url, http) { "t" } }
            .isInstanceOf(IllegalArgumentException::class.java).hasMessageContaining("follows redirects")
    }

    private fun call() {
        server.api().getKontaktinformation("0107809001")
    }

    private fun problem(fejlkode: Int) =
        """{"type":"urn:x","title":"T","status":429,"detail":"D",
            "fejlkode":$fejlkode,"fejltekst":"For mange æøå","sporingsId":"ab"}"""
}
