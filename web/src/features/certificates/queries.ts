import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { paths } from '../../api/schema';
import type { Certificate, CertificateVerification } from '../../api/types';

export type CertificatesQuery = NonNullable<paths['/api/certificates']['get']['parameters']['query']>;

export const certificatesKey = ['certificates'];

export function readCertificates(query: CertificatesQuery) {
  return unwrap(api.GET('/api/certificates', { params: { query } }));
}

/** All of a training, the latest first. */
export function trainingCertificatesQuery(trainingId: string) {
  return queryOptions({
    queryKey: [...certificatesKey, 'training', trainingId],
    queryFn: () => readAll((cursor) => readCertificates({ trainingId, cursor, limit: MAX_LIMIT })),
  });
}

/** @returns how many were made */
export async function issueCertificates(trainingId: string, despiteOpenMarks: boolean): Promise<number> {
  const body = { trainingId, despiteOpenMarks };
  return (await unwrap(api.POST('/api/certificates', { body }))).issued;
}

export function reissueCertificate(
  certificate: Certificate,
  body: { id: string; reason: string },
): Promise<Certificate> {
  const params = { path: { id: certificate.id }, header: ifMatch(certificate) };
  return unwrap(api.POST('/api/certificates/{id}/reissue', { params, body }));
}

export function withdrawCertificate(certificate: Certificate, reason: string): Promise<Certificate> {
  const params = { path: { id: certificate.id }, header: ifMatch(certificate) };
  return unwrap(api.POST('/api/certificates/{id}/withdraw', { params, body: { reason } }));
}

export function verifyCertificate(code: string): Promise<CertificateVerification> {
  return unwrap(api.POST('/api/certificates/verify', { body: { code } }));
}

/** To be called after every change: all lists are read again. */
export function useCertificatesChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: certificatesKey });
}

/** Where the browser finds the paper. */
export const documentHref = ({ id }: Pick<Certificate, 'id'>): string =>
  `/api/certificates/${id}/document.pdf`;

export const allDocumentsHref = (trainingId: string): string =>
  `/api/trainings/${trainingId}/certificates.pdf`;

/** Replaced and withdrawn ones are history. */
export const isGood = ({ state }: Certificate): boolean => state === 'good' || state === 'outdated';
