package dk.borgerkontakt.client.kotlin

import dk.borgerkontakt.client.kotlin.model.CreateKontaktinformationRequestType
import dk.borgerkontakt.client.kotlin.model.KontaktdataCodelList
import dk.borgerkontakt.client.kotlin.model.KontaktinformationDto
import dk.borgerkontakt.client.kotlin.model.KontaktinformationerDto
import dk.borgerkontakt.client.kotlin.model.RegistreretKontaktinformation

/** Registers or changes a type. Empty text is refused, since on the wire it deletes. */
public fun saet(type: KontaktdataCodelList, kontaktdata: String): KontaktinformationDto {
    require(kontaktdata.isNotBlank()) { "kontaktdata is empty, which would delete the type" }
    return KontaktinformationDto(kontaktdata, type)
}

/** Deletes a type. */
public fun slet(type: KontaktdataCodelList): KontaktinformationDto = KontaktinformationDto(null, type)

/** What was read, to be sent as it is. */
public fun af(laest: RegistreretKontaktinformation): KontaktinformationDto =
    saet(laest.kontaktdataType, laest.kontaktdata)

/** The message to createKontaktinformation with these types; the types that it does not name are left alone. */
public fun besked(vararg typer: KontaktinformationDto): CreateKontaktinformationRequestType =
    CreateKontaktinformationRequestType(KontaktinformationerDto(typer.toList()))
