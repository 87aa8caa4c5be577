import type {
  CreateKontaktinformationRequestType,
  KontaktdataCodelList,
  KontaktinformationDto,
} from './models/index.js';

/** Registers or changes a type. Null and empty are refused, since on the wire they delete. */
export function saet(type: KontaktdataCodelList, kontaktdata: string): KontaktinformationDto {
  if (typeof kontaktdata !== 'string' || kontaktdata.trim() === '') {
    throw new TypeError('kontaktdata is empty, which would delete the type');
  }
  return { kontaktdata, kontaktdataType: type };
}

/** Deletes a type. */
export function slet(type: KontaktdataCodelList): KontaktinformationDto {
  return { kontaktdata: null, kontaktdataType: type };
}

/** The message to createKontaktinformation with these types; the types that it does not name are left alone. */
export function besked(...kontaktinformation: KontaktinformationDto[]): CreateKontaktinformationRequestType {
  return { kontaktinformationer: { kontaktinformation } };
}
