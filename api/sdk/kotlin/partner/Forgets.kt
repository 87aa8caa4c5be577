import dk.borgerkontakt.client.kotlin.model.KontaktdataCodelList
import dk.borgerkontakt.client.kotlin.model.KontaktinformationDto

// Does not compile: who forgets kontaktdata would delete.
val forgotten = KontaktinformationDto(kontaktdataType = KontaktdataCodelList.Mobiltelefon)
