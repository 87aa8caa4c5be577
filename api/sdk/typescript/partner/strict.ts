// A partner's strict TypeScript: compiles, but for the lines that say they must not.
import { KontaktdataCodelList, type KontaktinformationApi, type KontaktinformationDto } from '@borgerkontakt/client';

export async function copies(api: KontaktinformationApi, from: string, to: string): Promise<void> {
  const read = await api.getKontaktinformation(from, { xUserIdentifier: 'sagsbehandler' });
  await api.createKontaktinformation(to, read, { xRequestId: undefined });
}

export const deleted: KontaktinformationDto = { kontaktdata: null, kontaktdataType: KontaktdataCodelList.Mobiltelefon };

export const unknownType: KontaktinformationDto = { kontaktdata: null, kontaktdataType: 77 };

// @ts-expect-error Who forgets kontaktdata would delete.
export const forgotten: KontaktinformationDto = { kontaktdataType: KontaktdataCodelList.Mobiltelefon };

// @ts-expect-error A text is no number.
export const text: KontaktinformationDto = { kontaktdata: null, kontaktdataType: '1' };
