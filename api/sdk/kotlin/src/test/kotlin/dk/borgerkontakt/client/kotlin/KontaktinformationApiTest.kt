package dk.borgerkontakt.client.kotlin

import com.fasterxml.jackson.databind.ObjectMapper
import dk.borgerkontakt.client.kotlin.model.KontaktdataCodelList
import dk.borgerkontakt.client.kotlin.model.KontaktdataCodelList.Companion.Mailadresse
import dk.borgerkontakt.client.kotlin.model.KontaktdataCodelList.Companion.Mobiltelefon
import dk.borgerkontakt.client.kotlin.model.KontaktinformationDto
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

private const val CPR = "0107809001"

class KontaktinformationApiTest {
    private val server = CannedServer()

    @AfterEach
    fun stop() = server.close()

    @Test
    fun `deleting says null on the wire`() {
        server.answers(204, "application/json", "")
        server.api().createKontaktinformation(CPR, besked(slet(Mailadresse), saet(Mobiltelefon, "1")))

        assertThat(server.received[0].body).isEqualTo(
            """{"kontaktinformationer":{"kontaktinformation":[""" +
                """{"kontaktdata":null,"kontaktdataType":3},{"kontaktdata":"1","kontaktdataType":1}]}}""",
        )
    }

    @ParameterizedTest
    @ValueSource(strings = ["", " "])
    fun `sets nothing empty`(empty: String) {
        assertThatThrownBy { saet(Mobiltelefon, empty) }.isInstanceOf(IllegalArgumentException::class.java)
    }

    @Test
    fun `a message read from JSON may not forget kontaktdata`() {
        assertThatThrownBy { ObjectMapper().readValue("""{"kontaktdataType":1}""", KontaktinformationDto::class.java) }
            .hasMessageContaining("kontaktdata")
    }

    @Test
    fun `an unknown code is kept and sent as it came`() {
        server.answers(200, "application/json", registered("\"+4520120001\"", "77"))
        server.answers(204, "application/json", "")
        val read = read()

        assertThat(read.kontaktdataType).isEqualTo(KontaktdataCodelList(77))
        assertThat(read.kontaktdataType.isKnown).isFalse()
        assertThat(read.kontaktdatastatus).hasToString("9")
        server.api().createKontaktinformation(CPR, besked(af(read)))
        assertThat(server.received[1].body).contains("\"kontaktdataType\":77")
    }

    @ParameterizedTest
    @ValueSource(strings = ["\"1\"", "1.0", "true", "null"])
    fun `a code of another JSON type is not taken`(code: String) {
        server.answers(200, "application/json", registered("\"x\"", code))

        assertThatThrownBy { read() }.isInstanceOf(ApiException::class.java)
            .hasMessageContaining("getKontaktinformation: the answer is not what the contract says")
    }

    @Test
    fun `an unreadable answer is told by its place and not its value`() {
        server.answers(200, "application/json", registered("20120001", "1"))
        server.answers(200, "application/json", """{"kontaktinformationer":{"kontaktinformation":[null]}}""")

        assertThatThrownBy { read() }.isInstanceOf(ApiException::class.java)
            .hasMessageContaining("[\"kontaktdata\"]").message().doesNotContain("20120001")
        assertThatThrownBy { read() }.isInstanceOf(ApiException::class.java)
    }

    @Test
    fun `texts show nothing personal`() {
        assertThat(besked(saet(Mobiltelefon, "20120001")).toString())
            .contains("kontaktdataType=1").doesNotContain("20120001")
        assertThatThrownBy { server.api().getKontaktinformation("$CPR\n") }.hasMessageNotContaining(CPR)
        val pasted = KontaktinformationApi(ApiClient(server.url) { "secret\n" })
        assertThatThrownBy { pasted.getKontaktinformation(CPR) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessage("Authorization has characters that no header may have")
    }

    @ParameterizedTest
    @ValueSource(strings = [".", ".."])
    fun `a step in the path is no value`(step: String) {
        assertThatThrownBy { server.api().getKontaktinformationMobilNr(step) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessage("mobiltelefon is a step in the path, and not a value")
    }

    @Test
    fun `what stands in the path is encoded`() {
        repeat(2) { server.answers(200, "application/json", """{"borgerer":[]}""") }
        server.api().getKontaktinformationMobilNr("+45 20120002")
        server.api().getKontaktinformationEmail("a+b/c@example.dk")

        assertThat(server.received.map { it.line }).containsExactly(
            "GET /v1/kontaktinformation/mobiltelefon/%2B45%2020120002 HTTP/1.1",
            "GET /v1/kontaktinformation/emailaddresse/a%2Bb%2Fc%40example.dk HTTP/1.1",
        )
        assertThat(server.received[0].headers["Authorization"]).containsExactly("Bearer t")
    }

    @Test
    fun `no upgrade is asked for`() {
        server.answers(204, "application/json", "")
        server.api().createKontaktinformation(CPR, besked(slet(Mailadresse)))

        assertThat(server.received[0].headers).doesNotContainKeys("Upgrade", "Http2-settings")
    }

    private fun read() = server.api().getKontaktinformation(CPR).kontaktinformationer.kontaktinformation[0]

    private fun registered(kontaktdata: String, type: String) =
        """{"kontaktinformationer":{"nyt":1,"kontaktinformation":[
            {"kontaktdata":$kontaktdata,"kontaktdataType":$type,"kontaktdatastatus":9}]}}"""
}
